using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;

namespace Ingest.Store;

/// <summary>
/// Which amounts and codes stand in the tables of a document: enough to find it among all by one of them, and small enough to keep of
/// every document in the memory.
/// </summary>
/// <param name="Codes">Each once, in order, between bars: <c>|201|20101|</c>.</param>
/// <param name="Amounts">
/// Sizes in fen, each once, ascending: each as its difference to the one before, seven bits a byte, the low ones first (LEB128). Where a
/// table does not say its unit, yuan are meant.
/// </param>
public sealed record FigureSet(string Codes, byte[] Amounts)
{
    /// <summary>Larger sizes are no money.</summary>
    private const decimal MostFen = 1_000_000_000_000_000_000m;

    public static FigureSet Empty { get; } = new("", []);

    internal static FigureSet Of(BudgetDocument document)
    {
        var codes = new SortedSet<string>(StringComparer.Ordinal);
        var amounts = new SortedSet<long>();
        foreach (Statement statement in document.Statements)
            foreach (StatementRow row in statement.Rows)
            {
                if (row.Code is { Length: > 0 } code && !code.Contains('|'))
                    codes.Add(code);
                foreach (AmountCell cell in row.Cells)
                    if (cell.Value is { } value && Fen(value, statement.Unit) is { } fen)
                        amounts.Add(fen);
            }

        return new FigureSet(codes.Count == 0 ? "" : $"|{string.Join('|', codes)}|", Pack(amounts));
    }

    /// <summary>The size of an amount in fen, halves to even; null for what is no amount of money.</summary>
    internal static long? Fen(decimal amount, AmountUnit? unit)
    {
        decimal size = Math.Abs(amount), yuan = unit?.InYuan() ?? 1;
        return size < MostFen / 100 / yuan ? (long)Math.Round(size * yuan * 100) : null;
    }

    /// <summary>A code that is this or begins so.</summary>
    public bool HasCode(string beginning) => Codes.Contains('|' + beginning, StringComparison.Ordinal);

    /// <param name="fen">Ascending.</param>
    public bool HasAnyAmount(ReadOnlySpan<long> fen)
    {
        long amount = 0;
        for (int at = 0; at < Amounts.Length && !fen.IsEmpty;)
        {
            amount += Next(ref at);
            while (!fen.IsEmpty && fen[0] < amount)
                fen = fen[1..];
            if (!fen.IsEmpty && fen[0] == amount)
                return true;
        }

        return false;
    }

    internal bool IsSameAs(FigureSet other) => Codes == other.Codes && Amounts.AsSpan().SequenceEqual(other.Amounts);

    private long Next(ref int at)
    {
        long value = 0;
        for (int shift = 0; at < Amounts.Length && shift < 63; shift += 7)
        {
            byte part = Amounts[at++];
            value |= (long)(part & 0x7F) << shift;
            if (part < 0x80)
                break;
        }

        return value;
    }

    private static byte[] Pack(SortedSet<long> amounts)
    {
        var packed = new List<byte>(amounts.Count * 3);
        long before = 0;
        foreach (long amount in amounts)
        {
            long rest = amount - before;
            for (; rest >= 0x80; rest >>= 7)
                packed.Add((byte)(rest & 0x7F | 0x80));
            packed.Add((byte)rest);
            before = amount;
        }

        return [.. packed];
    }
}
