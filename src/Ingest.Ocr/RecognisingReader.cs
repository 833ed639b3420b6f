using Ingest.Contract.Pages;
using Ingest.Contract.Text;
using Ingest.Ocr.Models;
using Ingest.Pdf.PdfPig.Pictures;

namespace Ingest.Ocr;

/// <summary>
/// Reads the pages that are pictures, and those whose text has lost its meaning, by recognising what can be seen; all others as the
/// reader does that it stands before. Holds the
/// models in memory (some 100 MB while it works); not safe for several threads.
/// </summary>
public sealed class RecognisingReader : IPdfReader, IDisposable
{
    /// <summary>Raised when recognised pages change.</summary>
    public const int Version = 3;

    private readonly IPdfReader _reader;
    private readonly OnnxModel _detection;
    private readonly OnnxModel _recognition;

    /// <param name="reader">Its documents must tell their images: <see cref="IImageDocument"/>.</param>
    /// <param name="models">A complete set.</param>
    /// <param name="threads">For one page; 0 for as many as the machine has processors. What is read does not depend on it.</param>
    /// <exception cref="InvalidDataException">The models are not what they are called.</exception>
    public RecognisingReader(IPdfReader reader, ModelFiles models, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(models);
        _reader = reader;
        Id = IdOf(models);
        if (threads == 0)
            threads = Environment.ProcessorCount;
        _detection = new OnnxModel(models.PathOf(ModelFiles.Detection), threads);
        // Its lines are read at once instead.
        _recognition = new OnnxModel(models.PathOf(ModelFiles.Recognition), 1);
        Sheets = new Recognition.SheetReader(
            new TextDetector(_detection), new TextRecogniser(_recognition, CharacterList.Read(models.PathOf(ModelFiles.Keys)), threads));
    }

    public string Id { get; }

    internal Recognition.SheetReader Sheets { get; }

    /// <summary>The id of a reader with these models, without loading them.</summary>
    public static string IdOf(ModelFiles models) => $"ocr-{Version}({models.Version})";

    public IPdfDocument Open(ReadOnlyMemory<byte> file, ReadingOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        IPdfDocument document = _reader.Open(file, options, cancellation);
        return document is IImageDocument images
            ? new RecognisingDocument(document, images, token => PictureReader.Open(file, options, token), Sheets, options.Limits.PageTime, options.Clock)
            : throw new PdfReadException(ReadFailure.Damaged, new Phrase($"阅读器 {_reader.Id} 不提供页面图像", $"the reader {_reader.Id} does not give the images of pages"));
    }

    public void Dispose()
    {
        _detection.Dispose();
        _recognition.Dispose();
    }
}
