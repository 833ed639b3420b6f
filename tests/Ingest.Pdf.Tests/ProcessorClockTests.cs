using System.Diagnostics;
using Ingest.Pdf.Limits;

namespace Ingest.Pdf.Tests;

public sealed class ProcessorClockTests
{
    [Fact]
    public void Waiting_for_others_costs_a_document_nothing()
    {
        long before = ProcessorClock.Instance.GetTimestamp();
        var busy = new Thread(() => Spin(TimeSpan.FromMilliseconds(200)));
        busy.Start();
        busy.Join();

        Assert.InRange(ProcessorClock.Instance.GetElapsedTime(before), TimeSpan.Zero, TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public void Work_of_its_own_is_counted()
    {
        long before = ProcessorClock.Instance.GetTimestamp();
        Spin(TimeSpan.FromMilliseconds(50));

        Assert.True(ProcessorClock.Instance.GetElapsedTime(before) > TimeSpan.Zero);
    }

    private static void Spin(TimeSpan time)
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < time)
            Thread.SpinWait(100);
    }
}
