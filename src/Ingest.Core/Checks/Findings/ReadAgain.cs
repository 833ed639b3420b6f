using System.Globalization;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;

namespace Ingest.Core.Checks.Findings;

/// <summary>The operands' text was read again by the second reader, where one is built in, and is the same.</summary>
/// <param name="call">Null, or gives null, where none is; called at the first question.</param>
/// <param name="recognised">Pages that were recognised in a picture: the second reader has no letters there, and the recogniser has read twice.</param>
internal sealed class ReadAgain(Func<IWitness?>? call, HashSet<int> recognised, CancellationToken cancellation) : ICondition, IDisposable
{
    /// <summary>
    /// A total of a thousand rows is not asked about row by row beyond this: what is accused, and what decides, comes first.
    /// </summary>
    private const int MostAsked = 300;

    private readonly Dictionary<CellReference, Testimony> _said = [];
    private IWitness? _witness;
    private bool _called;

    public Objection? ObjectTo(Charge charge)
    {
        if (!_called)
            (_called, _witness) = (true, call?.Invoke());
        if (_witness is not { } witness)
            return null;
        foreach (CellReference figure in Operands(charge).Take(MostAsked))
            if (Ask(witness, figure) is { Answer: not TestimonyAnswer.Same } testimony)
                return new Objection(ReservationKind.Witness, Severity.Warning, Reason(witness.Reader, figure, testimony));
        return null;
    }

    /// <summary>Id of the reader that has read every operand of the charge and has read the same; null where there is none, or none stands on a page.</summary>
    public string? ReaderThatAgrees(Charge charge)
    {
        CellReference[] asked = [.. Operands(charge).Take(MostAsked)];
        return asked.Length > 0 && Array.TrueForAll(asked, figure => _said.GetValueOrDefault(figure).Answer == TestimonyAnswer.Same) ? _witness?.Reader : null;
    }

    public void Dispose() => _witness?.Dispose();

    /// <summary>Printed figures, the accused first, blanks that are accused, and what is observed without an amount: a name, a code, a sentence.</summary>
    private IEnumerable<CellReference> Operands(Charge charge)
    {
        IEnumerable<Figure> accused = charge.Cause?.Best?.Suspects.Where(figure => figure.Row is not { IsAbsent: true }) ?? [];
        return accused.Concat(charge.Figures.Where(figure => figure.IsPrinted)).Where(figure => !IsTyped(figure)).Select(figure => figure.Reference)
            .Concat(charge.Observations.SelectMany(observation => observation.Cells))
            .Where(cell => cell is { Page: { } page, Box: not null, Year: null } && !recognised.Contains(page))
            .Distinct();
    }

    /// <summary>A reviewer has read it instead.</summary>
    private static bool IsTyped(Figure figure) =>
        figure is { Row: { } row, Reference.Column: { } column } && row.Source.Cell(column)?.Recognition is { State: RecognitionState.CorrectedByReviewer };

    private Testimony Ask(IWitness witness, CellReference figure)
    {
        if (!_said.TryGetValue(figure, out Testimony said))
            _said[figure] = said = witness.Ask(figure, cancellation);
        return said;
    }

    private static Phrase Reason(string reader, CellReference figure, Testimony testimony)
    {
        string ours = figure.Amount is { } amount ? amount.ToString("N" + amount.Scale, CultureInfo.InvariantCulture) : "";
        (Phrase read, Phrase place) = (ours.Length > 0 ? Phrase.Same(ours) : new("空白", "blank"), new Phrase($"第 {figure.Page} 页", $"page {figure.Page}"));
        return testimony.Answer == TestimonyAnswer.Silent
            ? place + new Phrase(" ", " ") + read + new Phrase($" 未能由另一阅读器（{reader}）复读", $" could not be read again by the other reader ({reader})")
            : place + new Phrase($" 另一阅读器（{reader}）读作“{testimony.Text}”，本阅读器读作 ", $": the other reader ({reader}) reads “{testimony.Text}”, this one ") + read;
    }
}
