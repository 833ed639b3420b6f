namespace Ingest.Pdf.Syntax;

/// <summary>
/// Numbers as viewers read them, which is more than ISO 32000-1, 7.3.3 allows: repeated signs count
/// once, a minus among the digits is passed over, a lone sign or point is zero.
/// </summary>
internal static class NumberSyntax
{
    /// <summary>Values are kept within what a <see cref="float"/> can hold, since geometry is made of them.</summary>
    private const double Largest = 1e38;

    // 17 digits fit a long with room to spare; more only cost precision no page can show.
    private const int MostDigits = 17;

    // So many characters are read without a look at how many digits there are.
    private const int MostPlain = 15;

    private static readonly double[] _powersOfTen =
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    ];

    /// <param name="text">Begins with a sign, a point or a digit.</param>
    /// <param name="value">Always finite.</param>
    /// <param name="isInteger">True when there is no decimal point.</param>
    /// <returns>How many bytes the number takes, at least one.</returns>
    public static int Read(ReadOnlySpan<byte> text, out double value, out bool isInteger)
    {
        int at = 0;
        bool negative = false;
        while (at < text.Length && text[at] is (byte)'+' or (byte)'-')
            negative |= text[at++] == '-';

        return TryReadPlain(text, ref at, negative, out value, out isInteger) ? Math.Max(at, 1) : ReadOdd(text, at, negative, out value, out isInteger);
    }

    /// <summary>Digits, and perhaps a point and more digits, few enough, with nothing behind them that could belong to them.</summary>
    private static bool TryReadPlain(ReadOnlySpan<byte> text, ref int at, bool negative, out double value, out bool isInteger)
    {
        int next = at;
        int last = Math.Min(text.Length, at + MostPlain);
        long digits = 0;
        int decimals = 0;
        for (; next < last && text[next] is >= (byte)'0' and <= (byte)'9'; next++)
            digits = (digits * 10) + (text[next] - '0');
        isInteger = next >= last || text[next] != '.';
        if (!isInteger)
        {
            int point = next++;
            for (; next < last && text[next] is >= (byte)'0' and <= (byte)'9'; next++)
                digits = (digits * 10) + (text[next] - '0');
            decimals = next - point - 1;
        }

        value = digits / _powersOfTen[decimals];
        value = negative ? -value : value;
        if (next < text.Length && text[next] is (>= (byte)'0' and <= (byte)'9') or (byte)'.' or (byte)'-')
            return false;
        at = next;
        return true;
    }

    private static int ReadOdd(ReadOnlySpan<byte> text, int at, bool negative, out double value, out bool isInteger)
    {
        long digits = 0;
        int kept = 0;
        int dropped = 0;
        int point = -1;
        for (; at < text.Length; at++)
        {
            byte next = text[at];
            if (Bytes.IsDigit(next))
            {
                if (kept >= MostDigits)
                {
                    dropped += point < 0 ? 1 : 0;
                    continue;
                }

                digits = (digits * 10) + (next - '0');
                kept += digits == 0 && point < 0 ? 0 : 1;
            }
            else if (next == '.' && point < 0)
            {
                point = kept;
            }
            else if (next != '-')
            {
                break;
            }
        }

        isInteger = point < 0;
        value = Scale(digits, isInteger ? 0 : kept - point, dropped);
        value = negative ? -value : value;
        return Math.Max(at, 1);
    }

    private static double Scale(long digits, int decimals, int dropped)
    {
        if (dropped > 0)
            return digits == 0 ? 0 : Math.Min(digits * Math.Pow(10, Math.Min(dropped, 40)), Largest);
        return digits / _powersOfTen[decimals];
    }
}
