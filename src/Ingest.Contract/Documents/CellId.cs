namespace Ingest.Contract.Documents;

/// <summary>
/// Which figure of a document is meant, whatever its amount and its place on the page: the one identity by which findings,
/// relations, exports, comparisons and verdicts speak of a cell. Rows that are alike in everything that is printed of them are told
/// apart by <paramref name="Occurrence"/>. It stays when the document is read again, as long as the rows before it do.
/// </summary>
/// <param name="Statement">Statement id, or one of <see cref="Narrative"/>, <see cref="Performance"/> and <see cref="Contents"/>.</param>
/// <param name="Name">Row name; of a sentence, its section heading; of a performance table, the path of the fund or the indicator.</param>
/// <param name="Column">Column key; of a sentence, what the number is about. Null for a row as a whole.</param>
/// <param name="Occurrence">0 for the first of those that are alike in all else, in reading order of the document.</param>
public readonly record struct CellId(string Statement, RowSide? Side, string? Code, string? Name, string? Project, string? Column, int Occurrence = 0)
{
    /// <summary><see cref="Statement"/> of a number in a sentence.</summary>
    public const string Narrative = "narrative";

    /// <summary><see cref="Statement"/> of a cell of a performance table.</summary>
    public const string Performance = "performance";

    /// <summary><see cref="Statement"/> of an entry of the 目录.</summary>
    public const string Contents = "contents";

    public static CellId Of(Statement statement, StatementRow row, string? column) =>
        new(statement.Id, row.Side, row.Code, row.Name, row.Project, column, row.Occurrence);

    public static CellId Of(NarrativeSection section, NarrativeFact fact) =>
        new(Narrative, null, null, section.Heading, null, string.Join('/', fact.Subject), fact.Occurrence);

    public static CellId Of(PerformanceTable table, PerformanceFund fund) =>
        new(Performance, null, null, string.Join('/', fund.Path), table.Project, null, fund.Occurrence);

    public static CellId Of(PerformanceTable table, PerformanceIndicator indicator) =>
        new(Performance, null, null, indicator.Name, table.Project, PerformanceIndicator.TargetColumn, indicator.Occurrence);

    /// <summary>"T03 201 一般公共服务支出 · basic", with "#2" for the second of rows that are alike.</summary>
    public override string ToString() => string.Join(' ', new[] { Statement, Code, Name, Project, "·", Column, Occurrence > 0 ? $"#{Occurrence + 1}" : null }
        .Where(part => !string.IsNullOrEmpty(part)));
}
