using Ingest.Ocr.Imaging;
using Ingest.Ocr.Layout;
using Ingest.Ocr.Models;

namespace Ingest.Ocr.Recognition;

/// <summary>What was found on an upright sheet.</summary>
internal sealed record SheetReading(LevelSheet Sheet, IReadOnlyList<RuledLine> Rulings, IReadOnlyList<ReadLine> Lines);

/// <summary>Reads a sheet: makes it upright and level, takes its lines off, and reads its text, cell by cell where there are lines.</summary>
internal sealed class SheetReader(TextDetector detector, TextRecogniser recogniser)
{
    // Points around a pixel that its brightness is compared with.
    private const double Surroundings = 9;

    // Specks of ink smaller than this many square points are dirt.
    private const double Speck = 0.12;

    // Points around a cell that its lines take, with what is left of them.
    private const double Border = 2;

    private const int LinesToTellUpsideDown = 8;

    public SheetReading Read(ScannedSheet sheet, int quarters, CancellationToken cancellation)
    {
        LevelSheet upright = Upright(sheet, quarters, cancellation);
        GrayImage image = upright.Image;
        double density = upright.Density;
        InkMask ink = Ink(image, density);
        cancellation.ThrowIfCancellationRequested();
        List<RuledLine> rulings = new RulingFinder(ink, density).Find();
        List<Area> cells = CellFinder.Find(rulings, image.Width, image.Height, density);
        var text = new GrayImage(image.Width, image.Height, [.. image.Pixels]);
        RulingEraser.Erase(text, ink, rulings, density);
        ink.RemoveSpecks((int)Math.Max(2, Speck * density * density));
        var finder = new TextFinder(ink, density);
        List<Area> places = Places(finder, ink, cells, density);
        return new SheetReading(upright, rulings, new LineReader(recogniser, new LineCutter(text, density), new LineWords(finder), new FigureShapes(ink)).Read(places, cancellation));
    }

    private static InkMask Ink(GrayImage image, double density) => InkMask.Of(image, (int)(Surroundings * density));

    /// <summary>Where text stands, by its ink, so that no figure is lost to a network: cell by cell, and what is in no cell.</summary>
    private static List<Area> Places(TextFinder finder, InkMask ink, List<Area> cells, double density)
    {
        List<Area> places = [.. cells.SelectMany(finder.In)];
        InkMask free = ink.Copy();
        var border = (int)Math.Ceiling(Border * density);
        foreach (Area cell in cells)
            free.Clear(cell.Inflate(border, border));
        places.AddRange(new TextFinder(free, density).Beside(new Area(0, 0, ink.Width, ink.Height)));
        return places;
    }

    private LevelSheet Upright(ScannedSheet sheet, int quarters, CancellationToken cancellation)
    {
        GrayImage image = sheet.Image.Turned(quarters);
        double density = (sheet.Across + sheet.Down) / 2;
        List<Area> found = detector.Find(image, density * 72, TextDetector.Coarse, cancellation);
        int level = found.Count(line => line.Width > 1.5 * line.Height), standing = found.Count(line => line.Height > 1.5 * line.Width);
        if (standing > level)
        {
            quarters = (quarters + 1) % 4;
            image = sheet.Image.Turned(quarters);
            found = detector.Find(image, density * 72, TextDetector.Coarse, cancellation);
        }

        if (IsUpsideDown(image, found, density, cancellation))
        {
            quarters = (quarters + 2) % 4;
            image = sheet.Image.Turned(quarters);
        }

        double skew = Skew.Of(Ink(image, density));
        if (Math.Abs(skew) < Skew.Least)
            return new LevelSheet(image, sheet, quarters, 0);
        return new LevelSheet(Skew.Levelled(image, skew), sheet, quarters, skew);
    }

    private bool IsUpsideDown(GrayImage image, List<Area> found, double density, CancellationToken cancellation)
    {
        var cutter = new LineCutter(image, density);
        GrayImage[] lines = [.. found.Where(line => line.Width is var width && width > 2 * line.Height && width < 20 * line.Height)
            .OrderByDescending(line => line.Width).Take(LinesToTellUpsideDown).Select(line => cutter.Take(line, new Cut(0, 1, false)))];
        if (lines.Length == 0)
            return false;
        float asIs = recogniser.Read(lines, cancellation).Average(reading => reading.Mean);
        if (asIs > 0.9f)
            return false;
        return recogniser.Read([.. lines.Select(line => line.Turned(2))], cancellation).Average(reading => reading.Mean) > asIs + 0.1f;
    }
}
