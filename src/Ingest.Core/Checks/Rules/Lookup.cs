using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules;

/// <summary>Finds the statement that a rule speaks of, or says why the rule cannot be tried.</summary>
internal static class Lookup
{
    /// <summary>Null when all statements are there. Rules of final accounts have no object in a budget, and the reverse.</summary>
    public static Check? Missing(FigureIndex index, Rule rule, params IEnumerable<string> statements)
    {
        foreach (string id in statements)
            if (index.Find(id) is null)
                return IsOfOtherKind(index, id)
                    ? new NotApplicable(rule)
                    : new NotAssessable(rule, new($"{id} 未见此表", $"statement {id}"));
        return null;
    }

    public static NotAssessable Column(Rule rule, string statement, string column) =>
        new(rule, new($"{statement} {column} 列", $"column {column} of {statement}"));

    /// <summary>
    /// Null when the table is empty or has one row for a code. Many provinces list income by unit, others projects without their code:
    /// that no row has a code there does not say that nothing is spent on it.
    /// </summary>
    public static NotAssessable? Codes(Rule rule, IndexedStatement table) => table.IsByUnit ? new(rule, ByUnit(table))
        : table.IsEmpty || table.Coded().Any() ? null
        : new(rule, new($"{table.Id} 未按功能科目列示", $"{table.Id} is not listed by functional code"));

    /// <summary>What is missing where a rule needs the one row of a code.</summary>
    public static Phrase ByUnit(IndexedStatement table) => new($"{table.Id} 按单位分别列示科目", $"{table.Id} lists its codes by unit");

    private static bool IsOfOtherKind(FigureIndex index, string id) => id.StartsWith('F') != index.IsFinalAccounts;
}
