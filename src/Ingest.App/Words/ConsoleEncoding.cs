using System.Text;

namespace Ingest.App.Words;

/// <summary>A console of a Chinese Windows speaks GBK (code page 936), which lacks some of the signs that are printed.</summary>
internal static class ConsoleEncoding
{
    private static readonly (string Sign, string Instead)[] _signs = [("✓", "√"), ("✗", "×"), ("▢", "□"), ("‑", "-"), ("‐", "-"), ("−", "-")];

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
        if (encoding is UTF8Encoding or UnicodeEncoding or UTF32Encoding)
            return text;
        foreach ((string sign, string instead) in _signs)
            text = text.Replace(sign, instead, StringComparison.Ordinal);
        return text;
    }
}
