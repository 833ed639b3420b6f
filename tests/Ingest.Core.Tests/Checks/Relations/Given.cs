using System.Globalization;
using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Tests.Checks.Relations;

/// <summary>Figures that stand in no document, and rules that find none.</summary>
internal static class Given
{
    public const decimal TenThousand = 10_000;

    private static int _next;

    public static Figure Printed(string amount, decimal unit = 1) => new(
        Interlocked.Increment(ref _next), FigureState.Printed,
        new CellReference { Statement = "narrative", Amount = Amount(amount) }, unit);

    public static Figure Blank(decimal unit = 1) => Empty(FigureState.Blank, unit);

    public static Figure Unread() => Empty(FigureState.Unread, 1);

    public static Rule Rule(RelationClass kind, Severity ceiling = Severity.Error) =>
        new Silent { Id = "test", Sentence = Phrase.Same(""), Class = kind, Ceiling = ceiling };

    public static LinearRelation Sum(Figure subject, params Figure[] parts) => Linear(Comparison.WithinRounding, subject, parts);

    public static LinearRelation Linear(Comparison comparison, Figure subject, params Figure[] parts) =>
        new(Rule(RelationClass.Sum), subject, [.. parts.Select(part => new Term(part, 1))], comparison, () => Phrase.Same(""));

    public static Changes With(this Changes changes, Figure figure, decimal amount)
    {
        changes[figure] = amount;
        return changes;
    }

    public static AmountInterval Between(decimal low, decimal high) => new(low, high);

    private static decimal Amount(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static Figure Empty(FigureState state, decimal unit) =>
        new(Interlocked.Increment(ref _next), state, new CellReference { Statement = "narrative" }, unit);

    private sealed class Silent : Rule
    {
        public override IEnumerable<Check> Apply(FigureIndex index) => [];
    }
}
