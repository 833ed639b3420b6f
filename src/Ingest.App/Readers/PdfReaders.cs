using Ingest.App.Configuration;
using Ingest.Contract.Pages;
using Ingest.Core.Checks.Findings;
using Ingest.Core.Checks.Witness;

namespace Ingest.App.Readers;

/// <summary>The readers as the program uses them: the built-in one where it is, PdfPig and the recogniser only ever in processes of their own.</summary>
internal sealed class PdfReaders : IDisposable
{
    private readonly IPdfReader _builtIn = EngineParts.Reader(EngineParts.BuiltIn);

    private readonly ProcessReader _pdfPig;

    private readonly ProcessReader? _recogniser;

    /// <param name="recognition">Null where pictures are left unread.</param>
    /// <exception cref="SettingsException">Its folder does not hold the models.</exception>
    public PdfReaders(ReaderCommandLine command, ReaderBounds bounds, ReaderTimes pdfPig, RecognitionChoice? recognition = null)
    {
        _pdfPig = new ProcessReader(new ReaderSetup { Reader = EngineParts.PdfPig, PagesOnly = true }, EngineParts.Reader(EngineParts.PdfPig).Id, pdfPig, command, bounds);
        if (recognition is not null)
            _recogniser = new ProcessReader(
                new ReaderSetup { Reader = RecognitionChoice.Reader, PagesOnly = true, Recognition = recognition },
                recognition.ReaderId(), new ReaderTimes(recognition.PageTime, recognition.PageTime, recognition.PageTime), command, bounds);
    }

    /// <summary>A reader as it is.</summary>
    public IPdfReader Alone(string name) => name == EngineParts.PdfPig ? _pdfPig : _builtIn;

    /// <summary>A reader as the one that files are read with: where PdfPig fails, the built-in one reads on, and pictures are recognised.</summary>
    public IPdfReader First(string name)
    {
        IPdfReader reader = name == EngineParts.PdfPig ? new FallbackReader(_pdfPig, _builtIn) : _builtIn;
        return _recogniser is null ? reader : new ScanReader(reader, _recogniser);
    }

    /// <summary>Opens a file to have its pages drawn, in a process of its own.</summary>
    /// <exception cref="PdfReadException">It cannot be opened, or has ended the process.</exception>
    public ProcessDocument OpenPictures(ReadOnlyMemory<byte> file, ReadingOptions options, CancellationToken cancellation = default) =>
        _pdfPig.OpenProcess(file, options, cancellation);

    /// <summary>The one that reads again what is in question.</summary>
    public CallWitness Witness(string first) => (file, options, _) => new LetterWitness(First(first), Alone(EngineParts.OtherThan(first)), file, options);

    public void Dispose()
    {
        _pdfPig.Dispose();
        _recogniser?.Dispose();
    }
}
