using System.Collections.Immutable;
using System.Text.Json;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;

namespace Ingest.Core.Layouts;

/// <summary>Reads layout files, format <c>layout@1</c> (<c>layout.schema.json</c>).</summary>
internal static class LayoutFile
{
    /// <summary>Rank of a file that gives none: before those that do.</summary>
    private const int First = 0;

    private static readonly JsonDocumentOptions _lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <param name="basis">Finds the layout named by <c>basedOn</c>, or null.</param>
    /// <exception cref="LayoutFormatException">The file is wrong.</exception>
    public static Layout Parse(string file, ReadOnlyMemory<byte> utf8, Func<string, Layout?> basis)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(utf8, _lenient);
            return ReadLayout(new JsonNodeReader(file, "$", json.RootElement), basis);
        }
        catch (JsonException exception)
        {
            throw new LayoutFormatException(file, $"line {exception.LineNumber + 1}", exception.Message, exception);
        }
    }

    /// <summary>The id that a file gives itself.</summary>
    /// <exception cref="LayoutFormatException">It is no JSON object or has no id.</exception>
    public static string IdOf(string file, ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(utf8, _lenient);
            var root = new JsonNodeReader(file, "$", json.RootElement);
            root.ExpectObject();
            return root.Get("id").String();
        }
        catch (JsonException exception)
        {
            throw new LayoutFormatException(file, $"line {exception.LineNumber + 1}", exception.Message, exception);
        }
    }

    private static Layout ReadLayout(JsonNodeReader node, Func<string, Layout?> basis)
    {
        node.Expect("$schema", "format", "id", "version", "name", "kind", "rank", "fallback", "basedOn", "omit", "labels", "statements");
        if (node.Get("format").String() != "layout@1")
            throw node.Get("format").Wrong("this program reads \"layout@1\"");
        Layout? based = node.Find("basedOn") is { } basedOn
            ? basis(basedOn.String()) ?? throw basedOn.Wrong($"there is no layout \"{basedOn.String()}\"")
            : null;
        ImmutableArray<string> omitted = node.Find("omit")?.Strings() ?? [];
        SideLayout labels = node.Find("labels") is { } common ? ReadLabels(common) : new SideLayout();
        var own = ImmutableArray.CreateBuilder<StatementLayout>();
        foreach (JsonNodeReader statement in node.Get("statements").Items())
            own.AddRange(ReadStatement(statement, labels, based));
        IEnumerable<StatementLayout> inherited = based?.Statements
            .Where(statement => !omitted.Contains(statement.Id) && own.All(other => other.Id != statement.Id)) ?? [];
        return new Layout(
            node.Get("id").String(),
            node.Get("version").PositiveInteger(),
            node.Get("name").String(),
            ReadKind(node.Find("kind")),
            node.Find("rank")?.PositiveInteger() ?? First,
            node.Find("fallback")?.Boolean() ?? false,
            [.. own, .. inherited]);
    }

    private static DocumentKind? ReadKind(JsonNodeReader? node) => node?.String() switch
    {
        null => null,
        "budget" => DocumentKind.Budget,
        "finalAccounts" => DocumentKind.FinalAccounts,
        string other => throw node.Value.Wrong($"unknown kind \"{other}\"; known are budget, finalAccounts"),
    };

    /// <summary>A statement without columns takes everything it does not say from the layout it is based on.</summary>
    private static IEnumerable<StatementLayout> ReadStatement(JsonNodeReader node, SideLayout labels, Layout? based)
    {
        node.Expect("id", "titles", "excludes", "sides", "code", "name", "project", "government", "ignore", "codeInName", "nameIsProject", "columns");
        string id = ReadId(node.Get("id"));
        ImmutableArray<TitlePattern>? titles = node.Find("titles") is { } found
            ? [.. found.Strings().Select(title => new TitlePattern(title))]
            : null;
        ImmutableArray<string>? excludes = node.Find("excludes") is { } words ? [.. words.Strings().Select(PrintedText.Fold)] : null;
        if (node.Find("sides") is not null || node.Find("columns") is not null)
        {
            ImmutableArray<SideLayout> sides = node.Find("sides") is { } several
                ? [.. several.Items().Select(side => ReadSide(side, labels, isNamed: true))]
                : [ReadSide(node, labels, isNamed: false)];
            return [new StatementLayout(id, titles ?? [], excludes ?? [], sides)];
        }
        StatementLayout[] forms = [.. based?.Statements.Where(statement => statement.Id == id) ?? []];
        return forms.Length > 0
            ? forms.Select(form => form with { Titles = titles ?? form.Titles, Excludes = excludes ?? form.Excludes })
            : throw node.Wrong($"\"{id}\" has no columns, and no layout it is based on has that statement");
    }

    private static string ReadId(JsonNodeReader node)
    {
        string id = node.String();
        return StatementId.Find(id) is not null
            ? id
            : throw node.Wrong($"\"{id}\" is no statement id; they are T01 to T11 and F01 to F09");
    }

    private static SideLayout ReadSide(JsonNodeReader node, SideLayout labels, bool isNamed)
    {
        if (isNamed)
            node.Expect("side", "header", "code", "name", "project", "government", "ignore", "codeInName", "nameIsProject", "codePrefixes", "columns");
        ImmutableArray<ColumnLayout> columns = [.. node.Get("columns").Items().Select(ReadColumn)];
        if (columns.GroupBy(column => column.Key).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw node.Get("columns").Wrong($"key \"{twice.Key}\" is there twice");
        return new SideLayout
        {
            Side = isNamed ? ReadSideName(node.Get("side")) : null,
            Header = isNamed ? [.. (node.Find("header")?.Strings() ?? []).Select(PrintedText.Fold)] : [],
            Code = Patterns(node, "code") ?? labels.Code,
            Name = Patterns(node, "name") ?? labels.Name,
            Project = Patterns(node, "project") ?? labels.Project,
            Government = Patterns(node, "government") ?? labels.Government,
            Ignore = Patterns(node, "ignore") ?? labels.Ignore,
            CodeInName = node.Find("codeInName")?.Boolean() ?? false,
            NameIsProject = node.Find("nameIsProject")?.Boolean() ?? false,
            CodePrefixes = isNamed ? node.Find("codePrefixes")?.Strings() ?? [] : [],
            Columns = columns,
        };
    }

    /// <summary>Headers of label columns that hold for every statement of the layout which does not say its own.</summary>
    private static SideLayout ReadLabels(JsonNodeReader node)
    {
        node.Expect("code", "name", "project", "government", "ignore");
        return new SideLayout
        {
            Code = Patterns(node, "code") ?? [],
            Name = Patterns(node, "name") ?? [],
            Project = Patterns(node, "project") ?? [],
            Government = Patterns(node, "government") ?? [],
            Ignore = Patterns(node, "ignore") ?? [],
        };
    }

    private static RowSide ReadSideName(JsonNodeReader node) => node.String() switch
    {
        "income" => RowSide.Income,
        "expenditure" => RowSide.Expenditure,
        "personnel" => RowSide.Personnel,
        "operating" => RowSide.Operating,
        string other => throw node.Wrong($"unknown side \"{other}\"; known are income, expenditure, personnel, operating"),
    };

    private static ColumnLayout ReadColumn(JsonNodeReader node)
    {
        node.Expect("key", "header", "optional");
        string key = node.Get("key").String();
        if (ColumnKey.Find(key) is null)
            throw node.Get("key").Wrong(NearestKey(key) is { } near
                ? $"there is no key \"{key}\"; did you mean \"{near}\"?"
                : $"there is no key \"{key}\"; layout.schema.json lists those there are");
        return new ColumnLayout(key, Patterns(node, "header") ?? throw node.Wrong("property \"header\" is missing"), node.Find("optional")?.Boolean() ?? false);
    }

    /// <summary>The key that a misspelt one may have meant, or null.</summary>
    private static string? NearestKey(string key) => ColumnKey.All.Select(known => known.ToString())
        .FirstOrDefault(known => TextSimilarity.OneLetterApart(known, key) || known.Equals(key, StringComparison.OrdinalIgnoreCase));

    private static ImmutableArray<HeaderPattern>? Patterns(JsonNodeReader node, string name)
    {
        return node.Find(name) is { } found ? [.. found.Items().Select(Pattern)] : null;

        static HeaderPattern Pattern(JsonNodeReader item)
        {
            try
            {
                return HeaderPattern.Parse(item.String());
            }
            catch (FormatException exception)
            {
                throw item.Wrong(exception.Message, exception);
            }
        }
    }
}
