using System.Diagnostics;
using System.Globalization;
using System.Text;
using Ingest.Contract.Pages;
using Ingest.Contract.Pictures;
using Ingest.Pdf.PdfPig.Pictures;

namespace Ingest.Benchmarks.Pictures;

/// <summary>
/// How like the pictures of pages are to what a viewer shows: every page drawn as SVG and shown by Chromium, against
/// the page as pdftoppm paints it, both in shades of gray, at three times the resolution and then averaged; the mean structural
/// similarity of each page. Averaged, because pdftoppm moves lines and baselines to whole pixels, which says nothing of the picture.
/// </summary>
internal static class PictureComparison
{
    /// <summary>That of a page at its size on a screen (CSS pixels).</summary>
    private const int DefaultResolution = 96;

    private const int Fineness = 3;

    /// <param name="args">PAGES-OF-EACH-FILE RESOLUTION FOLDER-TO-KEEP-PICTURES-IN, each may be missing; 0 pages are all.</param>
    public static void Run(string[] args)
    {
        int most = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 0;
        int resolution = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : DefaultResolution;
        string? kept = args.Length > 2 ? args[2] : null;
        DirectoryInfo folder = kept is null ? Directory.CreateTempSubdirectory("pictures-") : Directory.CreateDirectory(kept);
        try
        {
            Compare(most, resolution, folder);
        }
        finally
        {
            if (kept is null)
                folder.Delete(recursive: true);
        }
    }

    private static void Compare(int most, int resolution, DirectoryInfo folder)
    {
        Console.WriteLine(FormattableString.Invariant($"Structural similarity to pdftoppm at {resolution} dots an inch; embedded: all fonts of the page are in the file."));
        Console.WriteLine("file                                  page  similarity  embedded  SVG kB  ms");
        var all = new List<(double Similarity, bool Embedded)>();
        foreach (string file in Documents.Files())
        {
            byte[] bytes = File.ReadAllBytes(file);
            using PictureDocument document = PictureReader.Open(bytes, new ReadingOptions { Limits = new ReadingLimits { FileTime = TimeSpan.FromHours(1), PageTime = TimeSpan.FromMinutes(1) } });
            foreach (int page in Pages(document.PageCount, most))
            {
                long started = Stopwatch.GetTimestamp();
                PagePicture picture = document.Draw(new PictureRequest { Page = page, ShowContacts = true }, 0, []);
                double took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
                bool embedded = AreFontsEmbedded(file, page);
                double similarity = Similarity.Of(
                    Shown(picture, resolution * Fineness, folder, $"{Path.GetFileNameWithoutExtension(file)}-{page}").Averaged(Fineness),
                    Painted(file, page, resolution * Fineness, folder).Averaged(Fineness));
                all.Add((similarity, embedded));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file),-36} {page,5}  {similarity,10:0.0000}  {(embedded ? "yes" : "no"),8}  {picture.Svg.Length / 1000,6}  {took,5:0}  {string.Join(" ", picture.Diagnostics.Select(diagnostic => diagnostic.Message.English))}"));
            }
        }

        foreach (bool embedded in new[] { true, false })
            if (all.Where(page => page.Embedded == embedded).Select(page => page.Similarity).Order().ToArray() is { Length: > 0 } pages)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pages.Length} pages {(embedded ? "with" : "without")} all fonts embedded: mean {pages.Average():0.0000}, least {pages[0]:0.0000}, {pages.Count(page => page >= 0.97)} of at least 0.97"));
    }

    /// <summary>Evenly over the file, the first among them.</summary>
    private static IEnumerable<int> Pages(int count, int most) =>
        most <= 0 || most >= count ? Enumerable.Range(1, count) : Enumerable.Range(0, most).Select(at => 1 + (at * count / most));

    private static GrayImage Shown(PagePicture picture, int resolution, DirectoryInfo folder, string name)
    {
        string html = Path.Combine(folder.FullName, $"{name}.html"), png = Path.Combine(folder.FullName, $"{name}.svg.png");
        (int width, int height) = (Pixels(picture.Width, resolution), Pixels(picture.Height, resolution));
        File.WriteAllBytes(Path.Combine(folder.FullName, $"{name}.svg"), picture.Svg.Span);
        File.WriteAllText(html, string.Create(CultureInfo.InvariantCulture, $"<!DOCTYPE html><meta charset=utf-8><style>html,body{{margin:0;background:#fff;overflow:hidden}}svg{{display:block;width:{picture.Width * resolution / 72}px;height:{picture.Height * resolution / 72}px}}</style>{Encoding.UTF8.GetString(picture.Svg.Span)}"));
        Start("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=1", "--disable-lcd-text",
            FormattableString.Invariant($"--window-size={width},{height}"), $"--screenshot={png}", $"file://{html}");
        return GrayImage.FromPng(File.ReadAllBytes(png));
    }

    private static GrayImage Painted(string file, int page, int resolution, DirectoryInfo folder)
    {
        string target = Path.Combine(folder.FullName, FormattableString.Invariant($"{Path.GetFileNameWithoutExtension(file)}-{page}.pdf"));
        Start("pdftoppm", "-gray", "-cropbox", "-singlefile", "-r", resolution.ToString(CultureInfo.InvariantCulture),
            "-f", page.ToString(CultureInfo.InvariantCulture), "-l", page.ToString(CultureInfo.InvariantCulture), file, target);
        return GrayImage.FromPgm(File.ReadAllBytes(target + ".pgm"));
    }

    /// <summary>As pdffonts tells it: the column before the last three but one is <c>emb</c>.</summary>
    private static bool AreFontsEmbedded(string file, int page)
    {
        string number = page.ToString(CultureInfo.InvariantCulture);
        return Start("pdffonts", "-f", number, "-l", number, file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2)
            .All(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [.., var embedded, _, _, _, _] && embedded == "yes");
    }

    private static int Pixels(float points, int resolution) => (int)Math.Ceiling((points * resolution / 72) - 0.01);

    private static string Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        Task<string> complaints = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {complaints.Result}");
    }
}
