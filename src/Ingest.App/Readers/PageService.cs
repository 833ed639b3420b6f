using Ingest.Contract.Pages;
using Ingest.Contract.Pictures;

namespace Ingest.App.Readers;

/// <summary>The inside of a process that reads and draws pages for a program: one file is open at a time.</summary>
internal sealed class PageService(IPdfReader reader)
{
    private FileQuestion? _file;

    private IPdfDocument? _read;

    private DrawnFile? _drawn;

    public Frame Answer(Frame question) => question.Kind switch
    {
        FrameKind.Open => new Frame(FrameKind.Opened, Open(FileQuestion.Parse(question.Payload)).ToBytes()),
        FrameKind.Page => new Frame(FrameKind.PageRead, Read(BitConverter.ToInt32(question.Payload.Span)).ToBytes()),
        FrameKind.Draw => new Frame(FrameKind.Drawn, Draw(PictureQuestion.Parse(question.Payload)).ToBytes()),
        FrameKind.Measure => new Frame(FrameKind.Measured, Measure().ToBytes()),
        _ => throw new InvalidDataException($"A reader of pages was sent a frame of kind {question.Kind}."),
    };

    private FileAnswer Open(FileQuestion question)
    {
        _read?.Dispose();
        _drawn?.Dispose();
        (_file, _read, _drawn) = (null, null, null);
        try
        {
            _read = reader.Open(question.File, new ReadingOptions { Password = question.Password, Limits = question.Limits });
            _file = question;
            return FileAnswer.Of(_read);
        }
        catch (PdfReadException refusal)
        {
            return FileAnswer.Refused(refusal);
        }
    }

    private PageAnswer Read(int number)
    {
        IPdfDocument document = _read ?? throw new InvalidDataException("A page was asked for, and no file is open.");
        Page page = document.ReadPage(number);
        return new PageAnswer(page, [.. document.Diagnostics]);
    }

    private PictureAnswer Draw(PictureRequest request)
    {
        try
        {
            return new PictureAnswer(Drawn().Draw(request), null);
        }
        catch (PdfReadException refusal)
        {
            return new PictureAnswer(null, refusal);
        }
    }

    private SizesAnswer Measure()
    {
        try
        {
            return new SizesAnswer(Drawn().Sizes(), null);
        }
        catch (PdfReadException refusal)
        {
            return new SizesAnswer([], refusal);
        }
    }

    private DrawnFile Drawn() => _drawn ??= new DrawnFile(_file ?? throw new InvalidDataException("A picture was asked for, and no file is open."));
}
