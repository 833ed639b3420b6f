using Ingest.Contract.Documents;

namespace Ingest.Core.Tests.Checks;

/// <summary>A rule, a document in which it holds, and a mistake by which it fails.</summary>
public sealed record RuleCase(string Rule, BudgetDocument Document, Func<BudgetDocument, BudgetDocument> Mistake, string Name = "")
{
    public override string ToString() => Name.Length > 0 ? $"{Rule} {Name}" : Rule;
}
