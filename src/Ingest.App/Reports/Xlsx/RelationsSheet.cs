using System.Globalization;
using Ingest.App.Words;
using Ingest.Contract.Documents;

namespace Ingest.App.Reports.Xlsx;

/// <summary>
/// 勾稽: every relation that was checked, with both sides as formulas over the cells, the difference and a tick mark that follows
/// them; then those that could not be assessed, with the reason.
/// </summary>
internal sealed class RelationsSheet(ReportSubject subject, string name, ExceptionPlaces exceptions, CellPlaces places, FigureSheet figures, ReportWords words)
{
    /// <summary>What double arithmetic leaves over.</summary>
    private const string Noise = "0.0000001";

    private const int MostDecimals = 6;

    private static readonly SheetColumn[] _columns = [new(6), new(10), new(72), new(15), new(15), new(12), new(11), new(13), new(8)];

    public void AddTo(WorkbookFile workbook) => workbook.AddSheet(
        new SheetPlan(name, _columns) { HeadRows = 1, FilterRow = 1, Protected = true, Footer = WorkbookFooter.Of(subject.Document) }, Write);

    private void Write(SheetWriter sheet)
    {
        sheet.StartRow(20);
        foreach (string head in (string[])
        [
            words.Number, words.Rule, words.Say("勾稽关系", "Relation"), words.Say("左边", "Left"), words.Say("右边", "Right"), words.Difference,
            words.Say("允许差", "Tolerance"), words.TickMark, words.Finding(),
        ])
            sheet.Text(head, CellStyle.Header);
        sheet.EndRow();
        int number = 0;
        foreach (CheckedRelation relation in subject.Relations.All.Where(IsCompared))
            Write(sheet, ++number, relation);
        foreach (CheckedRelation relation in subject.Relations.All.Where(relation => relation.Outcome is Outcome.NotAssessable or Outcome.Undefined))
            Write(sheet, ++number, relation);
    }

    private static bool IsCompared(CheckedRelation relation) =>
        relation.Outcome is Outcome.Consistent or Outcome.Rounding or Outcome.ImprobableRounding or Outcome.Inconsistent;

    private void Write(SheetWriter sheet, int number, CheckedRelation relation)
    {
        string sentence = relation.Sentence.In(words.Language) + (relation.Reason is { } reason ? $"（{reason.In(words.Language)}）" : "");
        sheet.StartRow(RowHeight.Of([(sentence, _columns[2].Width)]));
        sheet.Number(number, CellStyle.Number(0) with { Centred = true });
        sheet.Text(relation.Rule, CellStyle.Text);
        sheet.Text(sentence, CellStyle.Text);
        if (IsCompared(relation) && RelationFormula.Of(relation, PlaceOf) is { } formula)
            WriteSides(sheet, relation, formula);
        else
            WriteAsPrinted(sheet, relation);
        ReportedFinding? found = relation.Finding is { } index ? subject.Findings.FirstOrDefault(finding => finding.Index == index) : null;
        sheet.Number(found?.Number, CellStyle.Number(0) with { Centred = true, Font = found is null ? CellFont.Body : CellFont.Link });
        if (found is not null)
            sheet.LinkTo(exceptions.Of(found), words.Finding(found.Number));
        sheet.EndRow();
    }

    private SheetCell? PlaceOf(CellReference cell) => places.Of(cell) ?? figures.Of(cell);

    private void WriteSides(SheetWriter sheet, CheckedRelation relation, RelationFormula formula)
    {
        int decimals = DecimalsOf(relation);
        decimal tolerance = relation.Tolerance ?? 0, difference = Math.Round(formula.LeftValue - formula.RightValue, MostDecimals);
        sheet.Formula(formula.Left, formula.LeftValue, CellStyle.Number(decimals));
        CellAddress left = sheet.Here;
        sheet.Formula(formula.Right, formula.RightValue, CellStyle.Number(decimals) with { Fill = CellFill.Recomputed });
        CellAddress right = sheet.Here;
        sheet.Formula(string.Create(CultureInfo.InvariantCulture, $"ROUND({left}-{right},{MostDecimals})"), difference, CellStyle.Difference(decimals));
        CellAddress off = sheet.Here;
        bool follows = Holds(difference, tolerance, relation.IsBound) == (relation.Outcome != Outcome.Inconsistent);
        if (!relation.IsBound && follows)
            sheet.Tolerance(tolerance);
        sheet.Number(tolerance, CellStyle.Number(Math.Min(tolerance.Scale, (byte)MostDecimals)));
        string test = relation.IsBound ? off.ToString() : $"ABS({off})";
        if (follows)
            sheet.Formula($"IF({test}<={sheet.Here}+{Noise},IF({test}<={Noise},\"{Same}\",\"{Rounded}\"),\"{Fails}\")", Mark(difference, tolerance, relation.IsBound), Tick(relation));
        else
            sheet.Text(relation.Outcome == Outcome.Inconsistent ? Fails : words.Say("✓ 另有规定", "✓ by its rule"), Tick(relation));
    }

    /// <summary>What no formula can be made of: the sides as they were compared, or nothing.</summary>
    private void WriteAsPrinted(SheetWriter sheet, CheckedRelation relation)
    {
        int decimals = DecimalsOf(relation);
        foreach (decimal? side in (ReadOnlySpan<decimal?>)[relation.Actual, relation.Expected])
            sheet.Number(side, CellStyle.Number(decimals));
        sheet.Number(relation.Difference, CellStyle.Difference(decimals));
        sheet.Number(relation.Tolerance, CellStyle.Number(Math.Min(relation.Tolerance?.Scale ?? 0, (byte)MostDecimals)));
        sheet.Text(relation.Outcome switch
        {
            Outcome.Consistent => Same,
            Outcome.Rounding or Outcome.ImprobableRounding => Rounded,
            Outcome.Inconsistent => Fails,
            _ => words.Say("— 未核对", "— not checked"),
        }, Tick(relation));
    }

    private string Same => words.Say("✓ 相符", "✓ agrees");

    private string Rounded => words.Say("≈ 舍入", "≈ rounded");

    private string Fails => words.Say("✗ 不符", "✗ exception");

    private string Mark(decimal difference, decimal tolerance, bool bound) =>
        !Holds(difference, tolerance, bound) ? Fails : (bound ? difference : Math.Abs(difference)) <= 0 ? Same : Rounded;

    private static bool Holds(decimal difference, decimal tolerance, bool bound) => (bound ? difference : Math.Abs(difference)) <= tolerance;

    private static CellStyle Tick(CheckedRelation relation) => CellStyle.Text with { Centred = true, Fill = relation.Outcome == Outcome.Inconsistent ? CellFill.Suspect : CellFill.None };

    private static int DecimalsOf(CheckedRelation relation) =>
        Math.Min(MostDecimals, relation.Terms.Append(relation.Subject).Select(term => (int)(term?.Cell.Amount?.Scale ?? 0)).Append(relation.Base.IsEmpty ? 0 : 2).Max());
}
