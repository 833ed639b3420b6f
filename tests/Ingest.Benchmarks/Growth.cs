using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Ingest.Benchmarks;

/// <summary>
/// How time and memory grow with the pages: the program itself, a process of its own for each measurement, over made
/// files of 10 to 10,000 pages. Of several rounds the quickest counts, and the smallest peak.
/// </summary>
internal static class Growth
{
    private const int Rounds = 3;

    // Often enough to miss next to nothing: both figures only grow while the process lives.
    private static readonly TimeSpan _between = TimeSpan.FromMilliseconds(5);

    private static readonly int[] _pages = [10, 100, 1_000, 10_000];

    private static readonly (string Name, string[] Arguments)[] _commands =
    [
        ("extract", ["extract", "{file}"]),
        ("inspect --json", ["inspect", "--json", "{file}"]),
    ];

    private static string Program =>
        typeof(Growth).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Program").Value!;

    /// <param name="most">Larger files are left out.</param>
    public static void Run(int most)
    {
        Console.WriteLine(FormattableString.Invariant(
            $"Made files, a ruled table of 125 amounts on each page; each figure the least of {Rounds} processes; start-up included."));
        Console.WriteLine("command            pages  seconds  of processor  MB at most  ms per page beyond the file before");
        DirectoryInfo folder = Directory.CreateTempSubdirectory("growth-");
        try
        {
            foreach (int pages in _pages.Where(pages => pages <= most))
                MadeFile.Write(FileOf(folder, pages), pages);
            foreach ((string name, string[] arguments) in _commands)
                Measure(name, arguments, folder, most);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Measure(string name, string[] arguments, DirectoryInfo folder, int most)
    {
        (int Pages, Cost Cost)? before = null;
        foreach (int pages in _pages.Where(pages => pages <= most))
        {
            Cost cost = Enumerable.Range(0, Rounds).Select(_ => Start(arguments, FileOf(folder, pages))).Aggregate(Least);
            string added = before is { } smaller
                ? ((cost.Processor - smaller.Cost.Processor).TotalMilliseconds / (pages - smaller.Pages)).ToString("0.00", CultureInfo.InvariantCulture)
                : "";
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name,-16} {pages,7:N0} {cost.Elapsed.TotalSeconds,8:0.00} {cost.Processor.TotalSeconds,13:0.00} {cost.PeakBytes / 1e6,11:0} {added,12}"));
            before = (pages, cost);
        }
    }

    private static Cost Least(Cost one, Cost other) => new(
        one.Elapsed < other.Elapsed ? one.Elapsed : other.Elapsed,
        one.Processor < other.Processor ? one.Processor : other.Processor,
        Math.Min(one.PeakBytes, other.PeakBytes));

    private static Cost Start(string[] arguments, string file)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        start.ArgumentList.Add(Program);
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument.Replace("{file}", file, StringComparison.Ordinal));
        long started = Stopwatch.GetTimestamp();
        using Process process = System.Diagnostics.Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        Task output = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        var processor = TimeSpan.Zero;
        long peak = 0;
        while (!process.WaitForExit(_between))
        {
            try
            {
                process.Refresh();
                (processor, peak) = (process.TotalProcessorTime, Math.Max(peak, process.PeakWorkingSet64));
            }
            catch (InvalidOperationException) when (process.HasExited)
            {
                // It ended between the question and the answer; the last answer stands.
            }
        }

        output.Wait();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', start.ArgumentList)} ended with {process.ExitCode}.");
        return new Cost(Stopwatch.GetElapsedTime(started), processor, peak);
    }

    private static string FileOf(DirectoryInfo folder, int pages) => Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"{pages}.pdf"));

    private readonly record struct Cost(TimeSpan Elapsed, TimeSpan Processor, long PeakBytes);
}
