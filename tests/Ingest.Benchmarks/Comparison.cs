using System.Diagnostics;
using System.Globalization;
using Ingest.Contract.Documents.Json;
using Ingest.Core;
using Ingest.Core.Layouts;
using Ingest.Pdf;
using Ingest.Tables;

namespace Ingest.Benchmarks;

/// <summary>
/// The whole extract beside what public tools take for the text alone, in one run over the same files. All work in
/// one thread. The tools' start-up is measured on a file they refuse and taken off; of several rounds that take
/// turns the quickest counts, which other work on the machine disturbs least.
/// </summary>
internal static class Comparison
{
    private const int Rounds = 7;

    private static readonly (string Tool, string[] Arguments)[] _tools =
    [
        ("pdftotext", ["{file}", "{null}"]),
        ("mutool", ["draw", "-q", "-F", "stext", "-o", "{null}", "{file}"]),
    ];

    private static readonly string _null = OperatingSystem.IsWindows() ? "NUL" : "/dev/null";

    public static void Run()
    {
        string[] files = [.. Documents.Files()];
        int pages = PageBenchmarks.PageCount;
        var tasks = new List<(string Name, Action<string> Work)> { ("ingest: letters, tables, statements, checks, JSON", Extract()) };
        foreach ((string tool, string[] arguments) in _tools)
            if (IsInstalled(tool))
                tasks.Add(($"{tool} {string.Join(' ', arguments)}", file => Start(tool, arguments, file)));
            else
                Console.WriteLine($"{tool} is left out: it is not installed (Debian: poppler-utils, mupdf-tools).");
        Warm(tasks[0].Work, files);
        Measure(tasks, files, pages);
    }

    private static void Measure(List<(string Name, Action<string> Work)> tasks, string[] files, int pages)
    {
        string nothing = Path.GetTempFileName();
        double[] best = [.. tasks.Select(_ => double.MaxValue)];
        double[] start = [.. tasks.Select(_ => double.MaxValue)];
        for (int round = 0; round < Rounds; round++)
            for (int task = 0; task < tasks.Count; task++)
            {
                best[task] = Math.Min(best[task], files.Sum(file => Time(tasks[task].Work, file)));
                start[task] = task == 0 ? 0 : Math.Min(start[task], Time(tasks[task].Work, nothing));
            }

        File.Delete(nothing);
        Console.WriteLine($"{files.Length} files, {pages} pages");
        for (int task = 0; task < tasks.Count; task++)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{(best[task] - (files.Length * start[task])) / pages,6:0.00} ms per page  {tasks[task].Name}  (start-up {start[task]:0.0} ms a file, taken off)"));
    }

    private static double Time(Action<string> work, string file)
    {
        long started = Stopwatch.GetTimestamp();
        work(file);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static void Warm(Action<string> work, string[] files)
    {
        for (int round = 0; round < 20; round++)
            foreach (string file in files)
                work(file);
    }

    private static Action<string> Extract()
    {
        var pipeline = new DocumentPipeline(new BuiltInPdfReader(), new TableFinder(), LayoutCatalog.Embedded);
        return file => DocumentJson.Write(Stream.Null, pipeline.Process(Path.GetFileName(file), File.ReadAllBytes(file), ProcessingOptions.Default));
    }

    private static void Start(string tool, string[] arguments, string file)
    {
        var start = new ProcessStartInfo(tool) { RedirectStandardError = true };
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument.Replace("{file}", file, StringComparison.Ordinal).Replace("{null}", _null, StringComparison.Ordinal));
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{tool} did not start.");
        process.StandardError.ReadToEnd();
        process.WaitForExit();
    }

    private static bool IsInstalled(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, tool)) || File.Exists(Path.Combine(folder, tool + ".exe")));
}
