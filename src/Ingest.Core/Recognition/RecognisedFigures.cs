using System.Collections.Immutable;
using System.Globalization;
using Ingest.Contract.Documents;
using Ingest.Contract.Geometry;
using Ingest.Contract.Grids;
using Ingest.Contract.Pages;
using Ingest.Contract.Text;

namespace Ingest.Core.Recognition;

/// <summary>
/// Says of every amount and every number of a sentence that stands on a recognised page how surely it was read, by the
/// recognised text that stands at its place. What is not sure is doubted.
/// </summary>
internal sealed class RecognisedFigures
{
    // Points by which boxes of the same text differ after all that was done with them.
    private const float Near = 1.5f;

    // A name with a character less certain than this may be another name.
    private const float LeastName = 0.35f;

    // Of a table's amounts that have as many decimals as most of them, for another number to be odd.
    private const double UsualShare = 0.7;

    private readonly Dictionary<int, (Page Page, List<RecognisedLine> Lines)> _pages;

    private RecognisedFigures(IEnumerable<PageContent> pages) => _pages = pages
        .Where(page => !page.Page.Recognised.IsEmpty)
        .ToDictionary(page => page.Page.Number, page => (page.Page, page.Page.Recognised.Select(text => new RecognisedLine(text, page.Page.Askew(text.Box))).ToList()));

    /// <summary>The document itself where no page was recognised.</summary>
    public static BudgetDocument Mark(BudgetDocument document, IEnumerable<PageContent> pages)
    {
        var figures = new RecognisedFigures(pages);
        return figures._pages.Count == 0 ? document : document with
        {
            Statements = [.. document.Statements.Select(figures.Mark)],
            Narrative = [.. document.Narrative.Select(figures.Mark)],
        };
    }

    private Statement Mark(Statement statement)
    {
        if (!statement.Rows.Any(row => _pages.ContainsKey(row.Page)))
            return statement;
        ImmutableArray<ExtractionDoubt>.Builder doubts = statement.Doubts.ToBuilder();
        int? decimals = UsualDecimals(statement);
        var rows = ImmutableArray.CreateBuilder<StatementRow>(statement.Rows.Length);
        for (int i = 0; i < statement.Rows.Length; i++)
        {
            StatementRow row = statement.Rows[i];
            var taken = new HashSet<RecognisedLine>();
            StatementRow marked = row with { Cells = [.. row.Cells.Select(cell => Mark(cell, i, decimals, doubts, taken))] };
            rows.Add(marked);
            if (_pages.TryGetValue(row.Page, out var page))
                foreach (RecognisedLine line in page.Lines.Where(line => !taken.Contains(line) && Label(row, line) && IsUnsureLabel(line.Text)))
                    doubts.Add(new ExtractionDoubt(ExtractionDoubt.Recognition, new Phrase(
                        $"“{line.Text.Text}”由图像识别得到，把握不足（{Percent(line.Text)}）。", $"\"{line.Text.Text}\" was recognised in a picture and is not certain ({Percent(line.Text)})."),
                        null, i, row.Page, line.Box));
        }

        return statement with { Rows = rows.MoveToImmutable(), Doubts = doubts.ToImmutable() };
    }

    private AmountCell Mark(AmountCell cell, int row, int? decimals, ImmutableArray<ExtractionDoubt>.Builder doubts, HashSet<RecognisedLine> taken)
    {
        if (cell.Text.Length == 0 || !_pages.TryGetValue(cell.Page, out var page))
            return cell;
        RecognisedLine[] lines = [.. page.Lines.Where(line => Overlap(line.Box, cell.Box))];
        taken.UnionWith(lines);
        // A cell whose text was put together from elsewhere has no reading of its own.
        if (lines.Length == 0)
            lines = [new RecognisedLine(new RecognisedText(cell.Text, cell.Box, 0, false), cell.Box)];
        float confidence = lines.Min(line => line.Text.Confidence);
        // A point that was lost, or found where none is, shows among the others of the table.
        bool isUsual = decimals is not { } usual || cell.Value is null or 0 || cell.Value.Value.Scale == usual;
        bool isSure = isUsual && lines.All(line => line.Text.IsSure);
        ImmutableArray<string> others = lines.Length == 1 ? lines[0].Text.Alternatives : [];
        if (!isSure)
        {
            (Phrase comma, Phrase stop) = (new("；也可能是 ", "; it may be "), new("。", "."));
            var text = new Phrase($"“{cell.Text}”由图像识别得到，把握不足（{Percent(confidence)}）", $"\"{cell.Text}\" was recognised in a picture and is not certain ({Percent(confidence)})");
            if (!others.IsEmpty)
                text += comma + new Phrase(string.Join("、", others.Take(3)), string.Join(", ", others.Take(3)));
            doubts.Add(new ExtractionDoubt(ExtractionDoubt.Recognition, text + stop, cell.Column, row, cell.Page, cell.Box));
        }

        return cell with { Recognition = new CellRecognition(confidence, isSure ? RecognitionState.Sure : RecognitionState.Unsure, others) };
    }

    /// <summary>That nearly all amounts of the table are printed with; null where they differ.</summary>
    private static int? UsualDecimals(Statement statement)
    {
        int[] scales = [.. statement.Rows.SelectMany(row => row.Cells).Select(cell => cell.Value).OfType<decimal>().Where(value => value != 0).Select(value => (int)value.Scale)];
        return scales.CountBy(scale => scale).OrderByDescending(scale => scale.Value).FirstOrDefault() is { Value: > 0 } most && most.Value >= UsualShare * scales.Length ? most.Key : null;
    }

    private NarrativeSection Mark(NarrativeSection section) => !section.Sentences.Any(sentence => sentence.Facts.Any(fact => _pages.ContainsKey(fact.Page))) ? section : section with
    {
        Sentences = [.. section.Sentences.Select(sentence => sentence with { Facts = [.. sentence.Facts.Select(Mark)] })],
    };

    private NarrativeFact Mark(NarrativeFact fact) =>
        _pages.TryGetValue(fact.Page, out var page) && page.Lines.Where(line => Overlap(line.Box, fact.Box)).Any(line => !line.Text.IsSure)
            ? fact with { InDoubt = true } : fact;

    /// <summary>Figures of codes are read twice like amounts; a name is doubted only where it is hardly legible.</summary>
    private static bool IsUnsureLabel(RecognisedText text) => !text.IsSure || text.Confidence < LeastName;

    private static bool Label(StatementRow row, RecognisedLine line) =>
        line.Box.CenterY >= row.Box.Bottom && line.Box.CenterY <= row.Box.Top && line.Box.CenterX >= row.Box.Left && line.Box.CenterX <= row.Box.Right;

    private static bool Overlap(Box one, Box other)
    {
        Box common = one.Intersect(other);
        return common.Width > Near && common.Height > Near && common.Width * common.Height > 0.3f * Math.Min(one.Width * one.Height, other.Width * other.Height);
    }

    private static string Percent(RecognisedText text) => Percent(text.Confidence);

    private static string Percent(float confidence) => (confidence * 100).ToString("0", CultureInfo.InvariantCulture) + " %";

    /// <param name="Box">Where the text can be seen.</param>
    private sealed record RecognisedLine(RecognisedText Text, Box Box);
}
