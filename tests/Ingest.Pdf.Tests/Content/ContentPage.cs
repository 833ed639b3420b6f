using Ingest.Contract.Pages;

namespace Ingest.Pdf.Tests.Content;

/// <summary>
/// A page of 600 by 800 points made for a test. Its font F1 makes sums easy: every character is half the
/// size wide, 0.8 of it high above the baseline and 0.2 deep below.
/// </summary>
internal sealed class ContentPage(IPdfReader reader)
{
    private readonly List<(int Number, string Entries, byte[] Data)> _streams = [];
    private readonly List<(int Number, string Body)> _objects = [];

    /// <summary>Entries of the page's resources besides the font.</summary>
    public string Resources { get; init; } = "";

    /// <summary>Entries of the page besides its contents; may set another MediaBox.</summary>
    public string Entries { get; init; } = "/MediaBox [0 0 600 800]";

    /// <summary>Entries of the root of the page tree, which the page inherits.</summary>
    public string Tree { get; init; } = "";

    /// <summary>Entries of the catalog besides the pages.</summary>
    public string Catalog { get; init; } = "";

    /// <summary>Font resources besides F1.</summary>
    public string Fonts { get; init; } = "";

    public ReadingLimits Limits { get; init; } = new();

    // A clock that stands still: a busy machine must not make a page run out of time.
    private static readonly TickingClock _still = new(TimeSpan.Zero);

    /// <summary>Adds an object that resources may refer to; numbers from 20 are free.</summary>
    public ContentPage With(int number, string body)
    {
        _objects.Add((number, body));
        return this;
    }

    public ContentPage WithStream(int number, string entries, string data)
    {
        _streams.Add((number, entries, PdfBuilder.Latin(data)));
        return this;
    }

    /// <summary>The page with this content, split into several streams where several are given.</summary>
    public Page Paint(params string[] contents)
    {
        string parts = string.Join(' ', contents.Select((_, i) => $"{10 + i} 0 R"));
        string widths = string.Join(' ', Enumerable.Repeat("500", 95));
        PdfBuilder builder = new PdfBuilder().Header()
            .Object(1, $"<< /Type /Catalog /Pages 2 0 R {Catalog} >>")
            .Object(2, $"<< /Type /Pages /Kids [4 0 R] /Count 1 {Tree} >>")
            .Object(3, $"<< /Type /Font /Subtype /TrueType /BaseFont /Half /FirstChar 32 /LastChar 126 /Widths [{widths}] /Encoding /WinAnsiEncoding /FontDescriptor 5 0 R >>")
            .Object(4, $"<< /Type /Page /Parent 2 0 R /Contents [{parts}] {Entries} /Resources << /Font << /F1 3 0 R {Fonts} >> {Resources} >> >>")
            .Object(5, "<< /Type /FontDescriptor /FontName /Half /Flags 32 /Ascent 800 /Descent -200 >>");
        for (int i = 0; i < contents.Length; i++)
            builder.Stream(10 + i, "", PdfBuilder.Latin(contents[i]));
        foreach ((int number, string body) in _objects)
            builder.Object(number, body);
        foreach ((int number, string entries, byte[] data) in _streams)
            builder.Stream(number, entries, data);
        using IPdfDocument document = reader.Open(
            builder.XrefTable().ToArray(), new ReadingOptions { Limits = Limits, Clock = _still });
        return document.ReadPage(1);
    }
}
