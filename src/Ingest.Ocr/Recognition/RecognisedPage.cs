using System.Collections.Immutable;
using System.Globalization;
using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;
using Ingest.Contract.Text;
using Ingest.Ocr.Layout;

namespace Ingest.Ocr.Recognition;

/// <summary>Makes a page of what was read on its sheet.</summary>
internal static class RecognisedPage
{
    // Pixels, for a sheet without any text that tells its size.
    private const double SomeSize = 30;

    public static Page Of(Page page, SheetReading reading)
    {
        double[] sizes = [.. reading.Lines.Select(LetterSetter.SizeOf).OfType<double>().Order()];
        var setter = new LetterSetter(reading.Sheet, sizes.Length == 0 ? SomeSize : sizes[sizes.Length / 2]);
        var letters = ImmutableArray.CreateBuilder<Letter>();
        var recognised = ImmutableArray.CreateBuilder<RecognisedText>();
        foreach (ReadLine line in reading.Lines)
        {
            (ImmutableArray<Letter> set, Box box) = setter.Set(line);
            letters.AddRange(set);
            if (set.Length > 0)
                recognised.Add(new RecognisedText(string.Concat(set.Select(letter => letter.Text)), box, line.Confidence, line.IsSure) { Alternatives = line.Alternatives });
        }

        return page with
        {
            Letters = letters.DrainToImmutable(),
            Rulings = [.. reading.Rulings.Select(line => ToPage(reading.Sheet, line))],
            Fills = [],
            ImageOnly = false,
            Recognised = recognised.DrainToImmutable(),
            Skew = (float)reading.Sheet.Skew,
            Diagnostics = [.. page.Diagnostics.Where(diagnostic => diagnostic.Code != "image-only"), Said(page, reading)],
        };
    }

    private static Ruling ToPage(LevelSheet sheet, RuledLine line)
    {
        Box box = line.IsHorizontal ? sheet.ToPage(line.Start, line.At, line.End, line.At) : sheet.ToPage(line.At, line.Start, line.At, line.End);
        var thickness = (float)(line.Thickness / sheet.Density);
        return line.IsHorizontal == (sheet.Quarters % 2 == 0)
            ? new Ruling(true, box.CenterY, box.Left, box.Right, thickness)
            : new Ruling(false, box.CenterX, box.Bottom, box.Top, thickness);
    }

    private static Diagnostic Said(Page page, SheetReading reading)
    {
        int unsure = reading.Lines.Count(line => !line.IsSure);
        string density = (reading.Sheet.Density * 72).ToString("0", CultureInfo.InvariantCulture), skew = reading.Sheet.Skew.ToString("0.0", CultureInfo.InvariantCulture);
        if (!page.ImageOnly)
            return new Diagnostic(Diagnostic.Recognised, Severity.Info, new Phrase(
                $"本页文字含义不明，按字形识别出 {reading.Lines.Count} 行，其中 {unsure} 行的数字存疑。",
                $"The text of the page has no known meaning; {reading.Lines.Count} lines were recognised by their shapes, and the figures of {unsure} of them are not certain."), page.Number);
        return new Diagnostic(Diagnostic.Recognised, Severity.Info, new Phrase(
            $"本页为图像（{density} dpi，倾斜 {skew}°），{reading.Lines.Count} 行文字由识别得到，其中 {unsure} 行的数字存疑。",
            $"The page is an image ({density} dpi, askew by {skew}°); its {reading.Lines.Count} lines of text were recognised, and the figures of {unsure} of them are not certain."), page.Number);
    }
}
