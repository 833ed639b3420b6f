using System.Globalization;

namespace Ingest.Cluster.Tests;

/// <summary>What processes have cost, as Linux counts it (proc(5), /proc/pid/stat); by the clock other work of the machine would be counted too.</summary>
internal static class ProcessorTime
{
    /// <summary>USER_HZ, which is 100 on every Linux that .NET runs on.</summary>
    private const double TicksASecond = 100;

    /// <summary>Of a process, of those below it, and of those among them that have ended; in seconds.</summary>
    public static double Of(int root)
    {
        ILookup<int, (int Id, long Ticks)> children = Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out int id) ? Read(id) : null)
            .OfType<(int Id, int Parent, long Own, long Ended)>().ToLookup(process => process.Parent, process => (process.Id, process.Own + process.Ended));
        return (Sum(root) + (Read(root) is var (_, _, own, ended) ? own + ended : 0)) / TicksASecond;

        long Sum(int parent) => children[parent].Sum(child => child.Ticks + Sum(child.Id));
    }

    /// <summary>Null when it is gone.</summary>
    private static (int Id, int Parent, long Own, long Ended)? Read(int id)
    {
        try
        {
            // The name of the program, in brackets, may hold anything.
            string[] fields = File.ReadAllText($"/proc/{id}/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return (id, (int)Field(4), Field(14) + Field(15), Field(16) + Field(17));

            long Field(int number) => long.Parse(fields[number - 3], CultureInfo.InvariantCulture);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
