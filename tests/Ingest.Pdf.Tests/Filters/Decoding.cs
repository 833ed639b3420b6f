using System.Text;
using Ingest.Contract.Pages;
using Ingest.Pdf.Filters;
using Ingest.Pdf.Limits;

namespace Ingest.Pdf.Tests.Filters;

/// <summary>Runs one filter on bytes a test has made.</summary>
internal static class Decoding
{
    public delegate T Filter<T>(BoundedBuffer output, ReadingBudget budget);

    public static (byte[] Bytes, T Outcome, bool Full) Run<T>(Filter<T> filter, int limit = 1 << 20)
    {
        var budget = new ReadingBudget(ReadingOptions.Default);
        var output = new BoundedBuffer(budget);
        output.Reset(limit);
        T outcome = filter(output, budget);
        bool full = output.IsFull;
        return (output.Take().ToArray(), outcome, full);
    }

    public static (string Text, bool Sound) Text(Filter<bool> filter)
    {
        (byte[] bytes, bool sound, _) = Run(filter);
        return (Encoding.Latin1.GetString(bytes), sound);
    }
}
