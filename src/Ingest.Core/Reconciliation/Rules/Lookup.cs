using Ingest.Core.Reconciliation.Figures;
using Ingest.Core.Reconciliation.Relations;

namespace Ingest.Core.Reconciliation.Rules;

/// <summary>Finds the statement that a rule speaks of, or says why the rule cannot be tried.</summary>
internal static class Lookup
{
    /// <summary>Null when all statements are there. Rules of final accounts have no object in a budget, and the reverse.</summary>
    public static Check? Missing(Ledger ledger, Rule rule, params IEnumerable<string> statements)
    {
        foreach (string id in statements)
            if (ledger.Find(id) is null)
                return IsOfOtherKind(ledger, id)
                    ? new NotApplicable(rule)
                    : new NotAssessable(rule, new($"{id} 未见此表", $"statement {id}"));
        return null;
    }

    public static NotAssessable Column(Rule rule, string statement, string column) =>
        new(rule, new($"{statement} {column} 列", $"column {column} of {statement}"));

    private static bool IsOfOtherKind(Ledger ledger, string id) => id.StartsWith('F') != ledger.IsFinalAccounts;
}
