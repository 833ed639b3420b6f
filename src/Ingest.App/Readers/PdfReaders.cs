using Ingest.Contract.Pages;
using Ingest.Core.Checks.Findings;
using Ingest.Core.Checks.Witness;

namespace Ingest.App.Readers;

/// <summary>The readers as the program uses them: the built-in one where it is, PdfPig only ever in processes of its own.</summary>
internal sealed class PdfReaders : IDisposable
{
    private readonly IPdfReader _builtIn = EngineParts.Reader(EngineParts.BuiltIn);

    private readonly ProcessReader _pdfPig;

    public PdfReaders(ReaderCommandLine command, ReaderBounds bounds, ReaderTimes pdfPig) =>
        _pdfPig = new ProcessReader(EngineParts.PdfPig, EngineParts.Reader(EngineParts.PdfPig).Id, pdfPig, command, bounds);

    /// <summary>A reader as it is.</summary>
    public IPdfReader Alone(string name) => name == EngineParts.PdfPig ? _pdfPig : _builtIn;

    /// <summary>A reader as the one that files are read with: where PdfPig fails, the built-in one reads on.</summary>
    public IPdfReader First(string name) => name == EngineParts.PdfPig ? new FallbackReader(_pdfPig, _builtIn) : _builtIn;

    /// <summary>Opens a file to have its pages drawn, in a process of its own.</summary>
    /// <exception cref="PdfReadException">It cannot be opened, or has ended the process.</exception>
    public ProcessDocument OpenPictures(ReadOnlyMemory<byte> file, ReadingOptions options, CancellationToken cancellation = default) =>
        _pdfPig.OpenProcess(file, options, cancellation);

    /// <summary>The one that reads again what is in question.</summary>
    public CallWitness Witness(string first) => (file, options, _) => new LetterWitness(First(first), Alone(EngineParts.OtherThan(first)), file, options);

    public void Dispose() => _pdfPig.Dispose();
}
