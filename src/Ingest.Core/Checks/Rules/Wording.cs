using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules;

/// <summary>
/// Writes figures and relations as an auditor would: tables by the title and number they print, rows and columns by their
/// names, never by what the program calls them.
/// </summary>
internal static class Wording
{
    /// <summary>Parts of a sum that a sentence names; the rest is counted, and a finding lists the cells of all.</summary>
    private const int MostNamed = 3;

    /// <summary>“行政单位医疗 · 基本支出” with its table and page: 《一般公共预算支出表》第 9 页“行政单位医疗 · 基本支出”.</summary>
    public static Phrase Of(Figure figure)
    {
        CellReference cell = figure.Reference;
        if (figure.IsNarrative)
            return new Phrase($"第 {cell.Page} 页正文“{ShortPath(cell.Column)}”", $"page {cell.Page}, text “{ShortPath(cell.Column)}”") + Stated(figure);
        if (figure.Row is not { } row)
            return new Phrase($"第 {cell.Page} 页绩效目标表", $"page {cell.Page}, performance table ") + Phrase.Same($"“{string.Join(' ', new[] { cell.Project, cell.Name }.Where(part => !string.IsNullOrEmpty(part)))}”");
        return Of(row.Statement) + Page(row) + Within(figure);
    }

    /// <summary>The last of a long path tells which it is: 住房改革支出/提租补贴.</summary>
    public static string ShortPath(string? path) => path is null ? "" : string.Join('/', path.Split('/')[^Math.Min(2, path.Split('/').Length)..]);

    /// <summary>Which of the figures told of a subject: its rate, its share, by how much it changed.</summary>
    private static Phrase Stated(Figure figure) => figure.States switch
    {
        FactKind.Growth => new("的增减率", " (rate of change)"),
        FactKind.Share => new("的占比", " (share)"),
        FactKind.Change => new("的增减数", " (change)"),
        FactKind.Prior => new("的所比数", " (compared with)"),
        _ => Phrase.Same(""),
    };

    /// <summary>《一般公共预算支出表》, or its number where no title was read.</summary>
    public static Phrase Of(IndexedStatement table) => table.Source.Title.Length > 0 ? Phrase.Same($"《{table.Source.Title}》")
        : !string.IsNullOrEmpty(table.Source.Label) ? Phrase.Same(table.Source.Label)
        : new($"第 {table.Source.Pages.FirstOrDefault()} 页的表", $"the table on page {table.Source.Pages.FirstOrDefault()}");

    /// <summary>表3 where the document numbers its tables so, else its title.</summary>
    public static Phrase Short(IndexedStatement table) =>
        table.Source.Label is { } label && label.Contains('表', StringComparison.Ordinal) ? Phrase.Same(label) : Of(table);

    /// <summary>《一般公共预算支出表》第 9 页“行政单位医疗”.</summary>
    public static Phrase Of(IndexedRow row) => Of(row.Statement) + Page(row) + Phrase.Same($"“{Name(row)}”");

    /// <summary>“行政单位医疗 · 基本支出”: the place within its table.</summary>
    public static Phrase Within(Figure figure)
    {
        string header = Header(figure);
        string name = figure.Row is { } row ? Name(row) : "";
        return Phrase.Same($"“{(name.Length == 0 ? header : header.Length == 0 ? name : $"{name} · {header}")}”");
    }

    /// <summary>The project, else the name; with its code where another row of the table has the name too, or none is printed.</summary>
    public static string Name(IndexedRow row)
    {
        string name = string.IsNullOrEmpty(row.Project) ? row.Name : row.Project;
        bool ambiguous = row.Source.Code is not null && row.Statement.AllByName(row.BareName).Skip(1).Any();
        return name.Length == 0 ? row.Source.Code ?? "" : ambiguous ? $"{row.Source.Code} {name}" : name;
    }

    /// <summary>What the column is headed; with the header above it where the leaf alone (小计) does not tell it.</summary>
    public static string Header(Figure figure)
    {
        StatementColumn[] columns = [.. figure.Row!.Statement.Source.Columns.Where(column => column.Side is null || column.Side == figure.Row.Side)];
        StatementColumn? own = Array.Find(columns, column => column.Key == figure.Reference.Column);
        if (own is null || own.Header.IsEmpty)
            return "";
        string leaf = own.Header[^1];
        bool alone = columns.Count(column => !column.Header.IsEmpty && column.Header[^1] == leaf) == 1;
        return alone || own.Header.Length == 1 ? leaf : $"{own.Header[^2]}/{leaf}";
    }

    /// <summary>A relation: the subject in full, the others of its table by their place in it, those of other tables in full.</summary>
    public static Phrase Sum(Figure subject, IReadOnlyList<Term> parts, string sign = "=")
    {
        if (parts.Count == 0)
            return Of(subject) + Phrase.Same($" {sign} 0");
        var sum = new List<Phrase> { Of(subject), Phrase.Same($" {sign} ") };
        int named = parts.Count <= MostNamed + 1 ? parts.Count : MostNamed;
        for (int i = 0; i < named; i++)
        {
            bool minus = parts[i].Factor < 0;
            sum.Add(Phrase.Same(i == 0 ? minus ? "−" : "" : minus ? " − " : " + "));
            sum.Add(Beside(subject, parts[i].Figure));
        }
        if (named < parts.Count)
            sum.Add(new Phrase($" …（共 {parts.Count} 项）", $" … ({parts.Count} in all)"));
        return Phrase.Join(Phrase.Same(""), sum);
    }

    /// <summary>A figure named beside another: by no more than what tells it from that.</summary>
    public static Phrase Beside(Figure first, Figure figure)
    {
        if (figure.Row is not { } row || first.Row is not { } own || row.Statement != own.Statement)
            return Of(figure);
        if (row == own && Header(figure) is { Length: > 0 } header)
            return Phrase.Same($"“{header}”");
        return figure.Reference.Column == first.Reference.Column && Name(row) is { Length: > 0 } name ? Phrase.Same($"“{name}”") : Within(figure);
    }

    private static Phrase Page(IndexedRow row) => row.Source.Page > 0 ? new($"第 {row.Source.Page} 页", $" page {row.Source.Page} ") : Phrase.Same("");
}
