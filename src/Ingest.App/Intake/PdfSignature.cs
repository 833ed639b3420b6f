using Ingest.App.Files;

namespace Ingest.App.Intake;

/// <summary>How far a file is from being a whole PDF, judged by its first and last bytes.</summary>
internal enum PdfShape
{
    /// <summary>Begins and ends as a PDF.</summary>
    Whole,

    /// <summary>Begins as a PDF, or is empty: more may come.</summary>
    Unfinished,

    /// <summary>Something else.</summary>
    Other,
}

internal static class PdfSignature
{
    /// <summary>Readers accept the header within the first kilobyte, and look for the end in the last.</summary>
    private const int Window = 1024;

    /// <summary>A file that cannot be opened now, or that a program has open to write, may yet be written to.</summary>
    public static PdfShape OfFile(InboxFile file)
    {
        try
        {
            if (NativeFiles.HasWriter(file.Path) == true)
                return PdfShape.Unfinished;
            using Stream stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return Of(stream);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return PdfShape.Unfinished;
        }
    }

    public static PdfShape Of(Stream file)
    {
        if (file.Length == 0)
            return PdfShape.Unfinished;
        if (!Has(file, 0, "%PDF-"u8))
            return PdfShape.Other;
        return Has(file, Math.Max(0, file.Length - Window), "%%EOF"u8) ? PdfShape.Whole : PdfShape.Unfinished;
    }

    private static bool Has(Stream file, long position, ReadOnlySpan<byte> mark)
    {
        Span<byte> window = stackalloc byte[Window];
        file.Position = position;
        return window[..file.ReadAtLeast(window, Window, throwOnEndOfStream: false)].IndexOf(mark) >= 0;
    }
}
