using System.Collections.Immutable;

namespace Ingest.Contract.Documents;

/// <summary>Numbers the figures of a document that are alike in everything else, when they are put into it.</summary>
internal sealed class CellNumbers
{
    private readonly Dictionary<CellId, int> _seen = [];

    public static ImmutableArray<Statement> Of(ImmutableArray<Statement> statements)
    {
        var numbers = new CellNumbers();
        return Each(statements, statement =>
        {
            ImmutableArray<StatementRow> rows = Each(statement.Rows, row => numbers.Next(CellId.Of(statement, row, null)) is var next && next == row.Occurrence ? row : row with { Occurrence = next });
            return rows == statement.Rows ? statement : statement with { Rows = rows };
        });
    }

    public static ImmutableArray<NarrativeSection> Of(ImmutableArray<NarrativeSection> sections)
    {
        var numbers = new CellNumbers();
        return Each(sections, section =>
        {
            ImmutableArray<NarrativeSentence> sentences = Each(section.Sentences, sentence =>
            {
                ImmutableArray<NarrativeFact> facts = Each(sentence.Facts, fact => numbers.Next(CellId.Of(section, fact)) is var next && next == fact.Occurrence ? fact : fact with { Occurrence = next });
                return facts == sentence.Facts ? sentence : sentence with { Facts = facts };
            });
            return sentences == section.Sentences ? section : section with { Sentences = sentences };
        });
    }

    public static ImmutableArray<PerformanceTable> Of(ImmutableArray<PerformanceTable> tables)
    {
        var numbers = new CellNumbers();
        return Each(tables, table =>
        {
            ImmutableArray<PerformanceFund> funds = Each(table.Funds, fund => numbers.Next(CellId.Of(table, fund)) is var next && next == fund.Occurrence ? fund : fund with { Occurrence = next });
            ImmutableArray<PerformanceIndicator> indicators = Each(
                table.Indicators, indicator => numbers.Next(CellId.Of(table, indicator)) is var next && next == indicator.Occurrence ? indicator : indicator with { Occurrence = next });
            return funds == table.Funds && indicators == table.Indicators ? table : table with { Funds = funds, Indicators = indicators };
        });
    }

    /// <param name="id">Whatever number it had.</param>
    private int Next(CellId id)
    {
        CellId first = id with { Occurrence = 0 };
        int number = _seen.GetValueOrDefault(first);
        _seen[first] = number + 1;
        return number;
    }

    /// <summary>The same array where nothing of it changes: most rows have no double.</summary>
    private static ImmutableArray<T> Each<T>(ImmutableArray<T> items, Func<T, T> number)
        where T : class
    {
        if (items.IsDefaultOrEmpty)
            return items;
        ImmutableArray<T>.Builder? changed = null;
        for (int i = 0; i < items.Length; i++)
        {
            T numbered = number(items[i]);
            if (!ReferenceEquals(numbered, items[i]))
                (changed ??= items.ToBuilder())[i] = numbered;
        }

        return changed?.ToImmutable() ?? items;
    }
}
