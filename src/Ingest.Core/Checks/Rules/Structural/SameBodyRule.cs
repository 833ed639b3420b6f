using Ingest.Contract.Documents;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Structural;

/// <summary>STR-01: the tables and the department's performance table name the body of the cover; 本级 may be added.</summary>
public sealed class SameBodyRule : ObservingRule
{
    protected override IEnumerable<Check> Observe(FigureIndex index)
    {
        BudgetDocument document = index.Document;
        if (document.Identity.Department is not { Length: > 0 } body)
        {
            yield return new NotAssessable(this, new("编制部门", "the body"));
            yield break;
        }
        foreach (Statement statement in document.Statements)
            if (statement.Department is { Length: > 0 } named)
                yield return Compare(body, named, statement.Id, statement.Pages.IsEmpty ? null : statement.Pages[0]);
        foreach (PerformanceTable table in document.Performance)
            if (table is { Kind: PerformanceKind.Department, Department.Length: > 0 })
                yield return Compare(body, table.Department, "performance", table.Page);
    }

    private Observation Compare(string body, string named, string where, int? page) => AreSame(body, named)
        ? Holds()
        : new(this, holds: false, new(
            $"{where} 的编制部门印作“{named}”，与封面“{body}”不同，请核对",
            $"{where} names the body “{named}”, the cover “{body}”; check which is right"))
        {
            Cells = [new CellReference { Statement = where, Name = named, Page = page }],
        };

    /// <summary>A short form within the long one is the same body.</summary>
    private static bool AreSame(string left, string right)
    {
        (string a, string b) = (Names.Loose(left), Names.Loose(right));
        return a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal);
    }
}
