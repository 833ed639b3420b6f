using System.Diagnostics;
using System.Globalization;
using Xunit.Abstractions;

namespace Ingest.EndToEnd;

/// <summary>The figures of the README: throughput, memory of the program and time of a second run, over many documents.</summary>
public class LoadTests(ITestOutputHelper log)
{
    private static readonly string[] _originals =
    [
        "seed-writer/seed-writer.pdf", "seed-calc/seed-calc.pdf", "pair-2023/pair-2023.pdf", "pair-2024/pair-2024.pdf",
        "xinjiang-2019-school/xinjiang-2019-school.pdf", "xinjiang-2023-library/xinjiang-2023-library.pdf",
    ];

    [LongFact("INGEST_LOAD")]
    public async Task Many_documents_are_read_in_flat_memory_and_a_second_run_does_nothing()
    {
        int count = LongFactAttribute.Size("INGEST_LOAD")!.Value;
        foreach ((int readers, string store) in ((int, string)[])[(1, "litedb"), (1, "sqlite"), (2, "litedb"), (2, "sqlite")])
        {
            using var place = new Installation("{}", store);
            for (int i = 0; i < count; i++)
                await File.WriteAllBytesAsync(place.Beside($"in/{i}.pdf"), Installation.Copy(_originals[i % _originals.Length], i));

            (double seconds, double processor, long[] memory) = await MeasureAsync(place, readers, $"新入库 {count}，");
            log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{store}, {readers} readers: {count} documents in {seconds:0.0} s, {count / seconds:0.0} per second; {1000 * processor / count:0.0} ms of processor time each in the program itself; RSS of the program in MB, ten parts of the run: {Tenths(memory)}; most {memory.Max()}"));
            // Flat: what it keeps in the last half is no more than in the first, but for what is compiled and cached late.
            Assert.InRange(memory[(memory.Length / 2)..].Max(), 0, memory[..(memory.Length / 2)].Max() * 1.25);
            (double again, _, _) = await MeasureAsync(place, readers, $"新入库 0，此前已处理 {count}，");
            log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"second run: {again:0.0} s; file of the store {new FileInfo(place.Store).Length >> 20} MB"));
            Assert.Equal(count, place.Stored().Length);
        }
    }

    [LongFact("INGEST_WATCH_FILES")]
    public async Task Many_files_through_the_watcher_leave_its_memory_and_its_handles_as_they_were()
    {
        int count = LongFactAttribute.Size("INGEST_WATCH_FILES")!.Value;
        using var place = new Installation();
        using RunningProgram watcher = place.Start("watch", "--readers:count=2");
        await watcher.SaysAsync("Watching");
        using Process process = Process.GetProcessById(watcher.Id);
        var memory = new List<long>();
        var handles = new List<long>();
        for (int i = 0; i < count; i++)
        {
            place.Drop($"{i % 7}/{i.ToString(CultureInfo.InvariantCulture)}.pdf", Installation.Copy(_originals[i % _originals.Length], i));
            // Twenty wait at most, as on a busy day; the inbox alone is looked at, so that measuring costs little.
            while (place.Files("inbox").Length >= 20)
            {
                Assert.False(watcher.HasEnded, watcher.Error);
                await Task.Delay(50);
                Sample();
            }
        }

        while (place.Files("archive").Length < count)
        {
            Assert.False(watcher.HasEnded, watcher.Error);
            await Task.Delay(250);
            Sample();
        }

        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} files; RSS in MB, ten parts: {Tenths([.. memory])}, most {memory.Max()}; open handles, ten parts: {Tenths([.. handles])}, most {handles.Max()}"));
        Assert.Equal(0, await watcher.TerminateAsync());
        Assert.Equal(count, place.Stored().Length);
        Assert.InRange(memory[(memory.Count / 2)..].Max(), 0, memory[..(memory.Count / 2)].Max() * 1.25);
        Assert.InRange(handles[(handles.Count / 2)..].Max(), 0, handles[..(handles.Count / 2)].Max() + 10);

        void Sample()
        {
            process.Refresh();
            memory.Add(process.WorkingSet64 >> 20);
            handles.Add(Directory.GetFiles($"/proc/{watcher.Id}/fd").Length);
        }
    }

    /// <summary>Wall time, processor time of the program itself, which tells more where a machine does other work too, and its resident set in MB every quarter of a second (Linux only).</summary>
    private static async Task<(double Seconds, double Processor, long[] Memory)> MeasureAsync(Installation place, int readers, string expected)
    {
        long start = Stopwatch.GetTimestamp();
        using RunningProgram run = place.Start("run", place.Beside("in"), "--parallel", readers.ToString(CultureInfo.InvariantCulture));
        using Process process = Process.GetProcessById(run.Id);
        var memory = new List<long>();
        TimeSpan processor = TimeSpan.Zero;
        Task<int> end = run.EndsAsync(TimeSpan.FromHours(2));
        while (await Task.WhenAny(end, Task.Delay(250)) != end)
        {
            process.Refresh();
            if (process.HasExited)
                continue;
            memory.Add(process.WorkingSet64 >> 20);
            processor = process.TotalProcessorTime;
        }

        Assert.Equal(0, await end);
        Assert.Contains(expected, run.Output, StringComparison.Ordinal);
        return (Stopwatch.GetElapsedTime(start).TotalSeconds, processor.TotalSeconds, [.. memory]);
    }

    private static string Tenths(long[] memory) =>
        string.Join(' ', Enumerable.Range(0, 10).Select(i => memory[i * memory.Length / 10]));
}
