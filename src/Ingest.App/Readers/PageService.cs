using Ingest.Contract.Pages;

namespace Ingest.App.Readers;

/// <summary>The inside of a process that reads pages for a program: one file is open at a time.</summary>
internal sealed class PageService(IPdfReader reader)
{
    private IPdfDocument? _open;

    public Frame Answer(Frame question) => question.Kind switch
    {
        FrameKind.Open => new Frame(FrameKind.Opened, Open(FileQuestion.Parse(question.Payload)).ToBytes()),
        FrameKind.Page => new Frame(FrameKind.PageRead, Read(BitConverter.ToInt32(question.Payload.Span)).ToBytes()),
        _ => throw new InvalidDataException($"A reader of pages was sent a frame of kind {question.Kind}."),
    };

    private FileAnswer Open(FileQuestion question)
    {
        _open?.Dispose();
        _open = null;
        try
        {
            _open = reader.Open(question.File, new ReadingOptions { Password = question.Password, Limits = question.Limits });
            return FileAnswer.Of(_open);
        }
        catch (PdfReadException refusal)
        {
            return FileAnswer.Refused(refusal);
        }
    }

    private PageAnswer Read(int number)
    {
        IPdfDocument document = _open ?? throw new InvalidDataException("A page was asked for, and no file is open.");
        Page page = document.ReadPage(number);
        return new PageAnswer(page, [.. document.Diagnostics]);
    }
}
