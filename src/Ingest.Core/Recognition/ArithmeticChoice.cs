using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Core.Checks;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Recognition;

/// <summary>
/// Lets the document's own arithmetic decide between what an unsurely recognised amount may be: where exactly one of them
/// settles all relations over surely read amounts, and there are at least two, it is taken and said to be confirmed by
/// arithmetic. Everything else stays in doubt.
/// </summary>
internal sealed class ArithmeticChoice
{
    private const int LeastRelations = 2;

    private readonly Dictionary<Figure, AmountCell> _unsure = [];
    private readonly Dictionary<Figure, List<Relation>> _relations = [];
    private readonly Dictionary<Figure, string> _chosen = [];
    private readonly Changes _changes = new();

    private ArithmeticChoice(FigureIndex index, CancellationToken cancellation)
    {
        foreach (IndexedRow row in index.Statements.SelectMany(statement => statement.Rows).Where(row => !row.IsAbsent))
            foreach (AmountCell cell in row.Source.Cells.Where(cell => cell.Recognition?.State == RecognitionState.Unsure))
                if (row[cell.Column] is { } figure)
                    _unsure[figure] = cell;
        if (_unsure.Count == 0)
            return;
        foreach (Relation relation in RuleRun.Of(RuleCatalogue.All, index, cancellation).OfType<Relation>())
        {
            if (relation.InDoubt || relation.IsBound || relation.Rule.Class is RelationClass.Percent or RelationClass.Soft)
                continue;
            foreach (Figure figure in relation.Figures.Where(_unsure.ContainsKey))
            {
                if (!_relations.TryGetValue(figure, out List<Relation>? own))
                    _relations[figure] = own = [];
                own.Add(relation);
            }
        }
    }

    /// <summary>The document itself where nothing could be decided.</summary>
    public static BudgetDocument Apply(BudgetDocument document, CancellationToken cancellation)
    {
        if (!document.Statements.Any(statement => statement.Rows.Any(row => row.Cells.Any(cell => cell.Recognition?.State == RecognitionState.Unsure))))
            return document;
        var choice = new ArithmeticChoice(FigureIndex.Open(document), cancellation);
        // What was chosen may be what another relation waited for.
        while (choice.ChooseOnce(cancellation))
        {
        }

        return choice._chosen.Count == 0 ? document : choice.Write(document);
    }

    private bool ChooseOnce(CancellationToken cancellation)
    {
        bool any = false;
        foreach ((Figure figure, AmountCell cell) in _unsure.Where(unsure => !_chosen.ContainsKey(unsure.Key)).ToList())
        {
            cancellation.ThrowIfCancellationRequested();
            if (!_relations.TryGetValue(figure, out List<Relation>? all))
                continue;
            Relation[] over = [.. all.Where(relation => relation.Figures.All(other => other == figure || IsReliable(other)))];
            if (DistinctSides(over, figure) < LeastRelations || Only(figure, cell, over) is not { } chosen)
                continue;
            _chosen[figure] = chosen.Text;
            _changes[figure] = chosen.Value;
            any = true;
        }

        return any;
    }

    private bool IsReliable(Figure figure) => _unsure.ContainsKey(figure) ? _chosen.ContainsKey(figure) : figure is { InDoubt: false, State: not FigureState.Unread };

    /// <summary>Relations that compare the figure with the same others are one.</summary>
    private static int DistinctSides(Relation[] relations, Figure figure) => relations
        .Select(relation => string.Join(',', relation.Figures.Where(other => other != figure && (other.IsPrinted || other.Value != 0)).Select(other => other.Id).Order()))
        .Where(others => others.Length > 0).Distinct().Count();

    private (decimal Value, string Text)? Only(Figure figure, AmountCell cell, Relation[] relations)
    {
        (decimal Value, string Text)[] settling = [.. PossibleAmounts.Of(cell.Text, cell.Recognition!.Alternatives, Decimals(figure)).Where(possible => Settles(figure, possible.Value, relations))];
        return settling.Length == 1 ? settling[0] : null;
    }

    private bool Settles(Figure figure, decimal value, Relation[] relations)
    {
        Changes changes = _changes.And(new Changes());
        changes[figure] = value;
        return Array.TrueForAll(relations, relation => relation.Evaluate(changes).Outcome is Outcome.Consistent or Outcome.Rounding);
    }

    /// <summary>That most amounts of the table have.</summary>
    private static int Decimals(Figure figure) => figure.Row!.Statement.Rows
        .SelectMany(row => row.Source.Cells).Select(cell => cell.Value).OfType<decimal>().Where(value => value != 0)
        .GroupBy(value => (int)value.Scale).MaxBy(group => group.Count())?.Key ?? 0;

    private BudgetDocument Write(BudgetDocument document)
    {
        Dictionary<AmountCell, (Figure Figure, string Text)> chosen = new(ReferenceEqualityComparer.Instance);
        foreach ((Figure figure, string text) in _chosen)
            chosen[_unsure[figure]] = (figure, text);
        return document with { Statements = [.. document.Statements.Select(statement => Write(statement, chosen))] };
    }

    private Statement Write(Statement statement, Dictionary<AmountCell, (Figure Figure, string Text)> chosen)
    {
        if (!statement.Rows.Any(row => row.Cells.Any(chosen.ContainsKey)))
            return statement;
        var settled = new HashSet<(int Row, string Column)>();
        var rows = ImmutableArray.CreateBuilder<StatementRow>(statement.Rows.Length);
        for (int i = 0; i < statement.Rows.Length; i++)
        {
            foreach (AmountCell cell in statement.Rows[i].Cells.Where(chosen.ContainsKey))
                settled.Add((i, cell.Column));
            rows.Add(statement.Rows[i] with { Cells = [.. statement.Rows[i].Cells.Select(cell => chosen.TryGetValue(cell, out var choice) ? Write(cell, choice.Figure, choice.Text) : cell)] });
        }

        return statement with
        {
            Rows = rows.MoveToImmutable(),
            Doubts = [.. statement.Doubts.Where(doubt => !(doubt is { Code: ExtractionDoubt.Recognition, Row: { } row, Column: { } column } && settled.Contains((row, column))))],
        };
    }

    private AmountCell Write(AmountCell cell, Figure figure, string text) => cell with
    {
        Value = _changes[figure],
        Text = text,
        Recognition = cell.Recognition! with
        {
            State = RecognitionState.ConfirmedByArithmetic,
            Alternatives = text == cell.Text ? cell.Recognition.Alternatives : [cell.Text, .. cell.Recognition.Alternatives.Where(other => other != text)],
        },
    };
}
