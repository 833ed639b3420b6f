using System.Text;

namespace Ingest.App.Words;

/// <summary>A console of a Chinese Windows speaks GBK (code page 936), which lacks some of the signs that are printed.</summary>
internal static class ConsoleEncoding
{
    private static readonly (string Sign, string Instead)[] _signs = [("✓", "√"), ("✗", "×"), ("▢", "□"), ("‑", "-"), ("‐", "-"), ("−", "-")];

    /// <summary>UTF-8, and UTF-16 and UTF-32 of either order.</summary>
    private static readonly int[] _unicode = [65001, 1200, 1201, 12000, 12001];

    /// <summary>Asks the console for UTF-8; one that does not give it keeps its own.</summary>
    public static void AskForUnicode()
    {
        if (!OperatingSystem.IsWindows())
            return;
        try
        {
            Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        }
        catch (IOException)
        {
            // No console, or one that knows no UTF-8: Instead serves it.
        }
    }

    /// <summary>The text with signs that the encoding has.</summary>
    public static string Instead(string text, Encoding encoding)
    {
        // By its number: a console hands out its encoding in a wrapper of its own kind.
        if (_unicode.Contains(encoding.CodePage))
            return text;
        foreach ((string sign, string instead) in _signs)
            text = text.Replace(sign, instead, StringComparison.Ordinal);
        return text;
    }
}
