using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;

namespace Ingest.Pdf.Tests.Hostile;

/// <summary>Reads whatever a file holds and asserts what must hold of any file.</summary>
internal static class Endurance
{
    // Enough to meet what a hostile file does to later pages.
    private const int MostPages = 50;

    /// <summary>
    /// Opens the bytes and reads their pages. Any exception but the reader's own fails the test that calls
    /// this, and so does a result that breaks a limit or is no page.
    /// </summary>
    /// <returns>Codes of all diagnostics, or the reason why the file was refused.</returns>
    public static IReadOnlyList<string> Read(ReadOnlyMemory<byte> bytes, ReadingOptions options)
    {
        try
        {
            using IPdfDocument document = new BuiltInPdfReader().Open(bytes, options);
            var codes = new List<string>();
            int count = document.PageCount;
            Assert.InRange(count, 1, options.Limits.Pages);
            for (int number = 1; number <= Math.Min(count, MostPages); number++)
            {
                Page page = document.ReadPage(number);
                AssertSound(page, options.Limits);
                codes.AddRange(page.Diagnostics.Select(diagnostic => diagnostic.Code));
            }

            codes.AddRange(document.Diagnostics.Select(diagnostic => diagnostic.Code));
            return codes;
        }
        catch (PdfReadException refusal)
        {
            Assert.NotEqual("", refusal.Message);
            return [refusal.Failure.ToString()];
        }
    }

    private static void AssertSound(Page page, ReadingLimits limits)
    {
        Assert.InRange(page.Letters.Length, 0, limits.LettersPerPage);
        Assert.True(page.Width > 0 && page.Height > 0 && float.IsFinite(page.Width) && float.IsFinite(page.Height));
        Assert.True(page.Rotation is 0 or 90 or 180 or 270);
        foreach (Letter letter in page.Letters)
            Assert.True(letter.Text.Length > 0 && IsFinite(letter.Box) && float.IsFinite(letter.Size) && letter.Angle is >= 0 and < 360);
        foreach (Ruling ruling in page.Rulings)
            Assert.True(ruling.Start <= ruling.End && float.IsFinite(ruling.At) && float.IsFinite(ruling.Length));
        foreach (Fill fill in page.Fills)
            Assert.True(IsFinite(fill.Box));
    }

    private static bool IsFinite(Box box) =>
        float.IsFinite(box.Left) && float.IsFinite(box.Bottom) && float.IsFinite(box.Right) && float.IsFinite(box.Top);
}
