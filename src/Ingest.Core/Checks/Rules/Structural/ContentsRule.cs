using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;
using Ingest.Core.Layouts;

namespace Ingest.Core.Checks.Rules.Structural;

/// <summary>
/// STR-02: what the 目录 lists is printed, in its order, and no table is printed that it does not list. A table that is
/// missing is a defect of the document; a heading that is missing is odd, since many are worded freely.
/// </summary>
public sealed partial class ContentsRule : ObservingRule
{
    protected override IEnumerable<Check> Observe(FigureIndex index)
    {
        BudgetDocument document = index.Document;
        if (document.Contents.IsEmpty)
            return [];
        ContentsEntry[] titles = [.. document.Contents.Where((_, i) => !IsGroup(document.Contents, i))];
        ContentsEntry[] tables = [.. titles.Where(IsTable)];
        return
        [
            .. ArePublishedApart(document, tables) ? [Apart(tables)] : MissingTables(document, tables),
            .. MissingHeadings([.. titles.Where(entry => !IsTable(entry) && entry.PrintedOn.IsEmpty)]),
            .. Order([.. titles.Where(entry => !entry.PrintedOn.IsEmpty)]),
            .. Unlisted(document, tables),
        ];
    }

    /// <summary>
    /// The file says that its tables are elsewhere (公开表附后, 见附件), or has none of those it lists and nothing that could be one:
    /// what is missing is another file.
    /// </summary>
    private static bool ArePublishedApart(BudgetDocument document, ContentsEntry[] tables) =>
        tables.Length > 0 && document.Statements.IsEmpty && Array.TrueForAll(tables, entry => entry.PrintedOn.IsEmpty)
        && (document.Unbound.IsEmpty || document.Narrative.Any(section => section.Sentences.Any(sentence => Elsewhere().IsMatch(sentence.Text)) || Elsewhere().IsMatch(section.Heading)));

    private Observation Apart(ContentsEntry[] tables) => new(this, holds: false, new(
        $"目录列有 {tables.Length} 张表（“{tables[0].Text}”等），本文件没有表格，表格似另行公布，未能核对", $"the contents list {tables.Length} tables (“{tables[0].Text}” …) and this file has none; they seem to be published apart and were not checked"))
    {
        Ceiling = Severity.Info,
        Cells = [.. tables.Select(Reference)],
    };

    private static bool IsTable(ContentsEntry entry) => entry.Text.EndsWith('表');

    /// <summary>五、部门预算表 above 1. 2. 3. names what follows; it need not be printed itself.</summary>
    private static bool IsGroup(ImmutableArray<ContentsEntry> entries, int at) =>
        at + 1 < entries.Length && Rank(entries[at]) is { } rank && Rank(entries[at + 1]) is { } next && next > rank;

    /// <summary>Null for an entry without number; unnumbered ones are beside those around them.</summary>
    private static int? Rank(ContentsEntry entry) => Numbering().Match(entry.Text) switch
    {
        { Success: false } => null,
        { Value: var number } when number.StartsWith('第') => 1,
        { Value: var number } when number.EndsWith('、') && !char.IsAsciiDigit(number[0]) => 2,
        { Value: var number } when number[0] is '（' or '(' => 3,
        _ => 4,
    };

    /// <summary>A table whose title was not found may be one that was read without its title, or not read at all.</summary>
    private IEnumerable<Check> MissingTables(BudgetDocument document, ContentsEntry[] tables)
    {
        ContentsEntry[] missing = [.. tables.Where(entry => entry.PrintedOn.IsEmpty)];
        bool unread = missing.Length > 0 && (!document.Unbound.IsEmpty
            || document.Diagnostics.Any(diagnostic => diagnostic is { Severity: >= Severity.Warning, Page: not null })
            || ByListing(document, tables)[false].Any());
        return missing.Select(entry => MissingTable(entry, unread));
    }

    private Observation MissingTable(ContentsEntry entry, bool unread) => new(this, holds: false, new(
        $"目录列有“{entry.Text}”，正文中没有找到这张表" + (unread ? "，但本文件有未能识别的内容，请核对" : ""),
        $"the contents list “{entry.Text}”, which is not found in the document" + (unread ? "; parts of it could not be read, please check" : "")))
    {
        Cells = [Reference(entry)],
        InDoubt = unread,
    };

    private IEnumerable<Check> MissingHeadings(ContentsEntry[] missing)
    {
        if (missing.Length == 0)
            return [];
        string named = string.Join('、', missing.Take(3).Select(entry => $"“{entry.Text}”"));
        string more = missing.Length > 3 ? $"等 {missing.Length} 个标题" : "";
        return
        [
            new Observation(this, holds: false, new(
                $"目录列有{named}{more}，正文中没有找到", $"the contents list {named}{(missing.Length > 3 ? $" and {missing.Length - 3} more headings" : "")}, not found in the text"))
            {
                Cells = [.. missing.Select(Reference)],
                InDoubt = true,
            },
        ];
    }

    /// <summary>Each title on or behind the page of the one listed before it.</summary>
    private IEnumerable<Check> Order(ContentsEntry[] printed)
    {
        ContentsEntry? before = null;
        int page = 0;
        foreach (ContentsEntry entry in printed)
        {
            int at = entry.PrintedOn.FirstOrDefault(found => found >= page, -1);
            yield return at >= 0 ? Holds() : Disordered(before!, page, entry);
            if (at >= 0)
                (before, page) = (entry, at);
        }
    }

    private Observation Disordered(ContentsEntry before, int page, ContentsEntry entry) => new(this, holds: false, new(
        $"目录中“{entry.Text}”在“{before.Text}”之后，正文中却在其前（第 {entry.PrintedOn[^1]} 页，第 {page} 页）",
        $"the contents list “{entry.Text}” behind “{before.Text}”, but it is printed before it (page {entry.PrintedOn[^1]}, page {page})"))
    {
        Cells = [Reference(entry)],
        InDoubt = true,
    };

    /// <summary>Only where the 目录 lists tables at all: most of those printed.</summary>
    private IEnumerable<Check> Unlisted(BudgetDocument document, ContentsEntry[] tables)
    {
        ILookup<bool, Statement> statements = ByListing(document, tables);
        if (statements[true].Count() < statements[false].Count())
            return [];
        return [.. statements[true].Select(_ => Holds()), .. statements[false].Select(Unlisted)];
    }

    /// <summary>The statements whose titles the 目录 lists, and the others.</summary>
    private static ILookup<bool, Statement> ByListing(BudgetDocument document, ContentsEntry[] tables)
    {
        var key = new TitleKey(document.Statements.Select(statement => statement.Department).Append(document.Identity.Department).OfType<string>());
        HashSet<string> listed = [.. tables.Select(entry => key.Of(entry.Text))];
        return document.Statements.ToLookup(statement => listed.Contains(key.Of(statement.Title)));
    }

    private Observation Unlisted(Statement statement) => new(this, holds: false, new(
        $"《{statement.Title}》没有列入目录", $"“{statement.Title}” is not listed in the contents"))
    {
        Cells = [new CellReference { Statement = statement.Id, Name = statement.Title, Page = statement.Pages.IsEmpty ? null : statement.Pages[0] }],
        InDoubt = true,
    };

    private static CellReference Reference(ContentsEntry entry) =>
        new() { Statement = CellId.Contents, Name = entry.Text, Page = entry.Page, Box = entry.Box };

    [GeneratedRegex(@"^(?:第[一二三四五六七八九十]+部分|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十\d]{1,3}[、.．]|附?表[一二三四五六七八九十\d]{1,3})")]
    private static partial Regex Numbering();

    [GeneratedRegex("附后|见附[件表]|详见附|另行公[布开]|另附", RegexOptions.CultureInvariant)]
    private static partial Regex Elsewhere();
}
