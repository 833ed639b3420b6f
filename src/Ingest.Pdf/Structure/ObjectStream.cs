using Ingest.Pdf.Limits;
using Ingest.Pdf.Syntax;

namespace Ingest.Pdf.Structure;

/// <summary>A decoded object stream (ISO 32000-1, 7.5.7): which objects it holds and where.</summary>
internal sealed class ObjectStream
{
    private readonly (int Number, int Offset)[] _index;

    private ObjectStream(ReadOnlyMemory<byte> data, (int Number, int Offset)[] index, int? extends)
    {
        Data = data;
        _index = index;
        Extends = extends;
    }

    public ReadOnlyMemory<byte> Data { get; }

    /// <summary>Number of the object stream that this one adds to.</summary>
    public int? Extends { get; }

    public IEnumerable<int> Numbers => _index.Select(entry => entry.Number);

    /// <summary>Reads the pairs at the beginning; what is no pair ends them, whatever /N says.</summary>
    /// <param name="data">The decoded stream.</param>
    /// <param name="count">/N.</param>
    /// <param name="first">/First, where the objects begin.</param>
    /// <param name="extends">/Extends.</param>
    /// <param name="budget">Checked on the way.</param>
    /// <exception cref="ReadingLimitException">Reading takes too long.</exception>
    public static ObjectStream Read(ReadOnlyMemory<byte> data, double count, double first, int? extends, ReadingBudget budget)
    {
        var index = new List<(int Number, int Offset)>();
        var lexer = new Lexer(data.Span);
        int most = (int)Math.Clamp(count, 0, budget.Limits.Objects);
        for (int pair = 0; pair < most; pair++)
        {
            budget.Check();
            lexer.Read();
            if (!lexer.TryGetInteger(out int number))
                break;
            lexer.Read();
            if (!lexer.TryGetInteger(out int offset))
                break;
            if (number >= 0 && offset >= 0 && first + offset >= 0 && first + offset < data.Length)
                index.Add((number, (int)(first + offset)));
        }

        return new ObjectStream(data, [.. index], extends);
    }

    /// <summary>Where an object begins in <see cref="Data"/>; the index given is tried first.</summary>
    public bool TryFind(int number, int index, out int offset)
    {
        int at = index >= 0 && index < _index.Length && _index[index].Number == number
            ? index
            : Array.FindLastIndex(_index, entry => entry.Number == number);
        offset = at < 0 ? 0 : _index[at].Offset;
        return at >= 0;
    }
}
