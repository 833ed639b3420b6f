namespace Ingest.Pdf.Syntax;

/// <summary>Character classes of ISO 32000-1, 7.2.2.</summary>
internal static class Bytes
{
    private const byte White = 1;
    private const byte Delimiter = 2;
    private const byte Digit = 4;

    private static readonly byte[] _classes = MakeClasses();

    public static bool IsWhiteSpace(byte value) => _classes[value] == White;

    public static bool IsDelimiter(byte value) => _classes[value] == Delimiter;

    public static bool IsDigit(byte value) => _classes[value] == Digit;

    /// <summary>Neither white space nor a delimiter: what names and keywords are made of.</summary>
    public static bool IsRegular(byte value) => (_classes[value] & (White | Delimiter)) == 0;

    /// <summary>0–15, or −1 when it is not a hexadecimal digit.</summary>
    public static int HexDigit(byte value) => value switch
    {
        >= (byte)'0' and <= (byte)'9' => value - '0',
        >= (byte)'a' and <= (byte)'f' => value - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => value - 'A' + 10,
        _ => -1,
    };

    private static byte[] MakeClasses()
    {
        var classes = new byte[256];
        foreach (byte value in "\0\t\n\f\r "u8)
            classes[value] = White;
        foreach (byte value in "()<>[]{}/%"u8)
            classes[value] = Delimiter;
        foreach (byte value in "0123456789"u8)
            classes[value] = Digit;
        return classes;
    }
}
