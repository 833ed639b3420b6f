using System.Text;
using Ingest.App.Readers;
using Ingest.Pdf;

namespace Ingest.TestReader;

/// <summary>
/// Reads pages, and does what the first line of the file asks for before: "open exit" when the file is opened, "page hang" when
/// a page is read; "once PATH" ends the process when a page is read, the first time that anybody meets that path.
/// </summary>
/// <param name="output">Where frames go.</param>
internal sealed class PageMisbehaviour(Stream output)
{
    private readonly PageService _pages = new(new BuiltInPdfReader());

    private string[] _deed = [];

    public Frame Answer(Frame question)
    {
        if (question.Kind == FrameKind.Open)
            _deed = Encoding.UTF8.GetString(FileQuestion.Parse(question.Payload).File.Span).Split('\n')[0].Split(' ');
        if (_deed is ["once", var path] && question.Kind == FrameKind.Page && !File.Exists(path))
        {
            File.WriteAllText(path, "");
            Environment.Exit(77);
        }

        if (_deed is [var when, var deed] && when == (question.Kind == FrameKind.Open ? "open" : "page"))
            Misbehaviour.End(output, deed);
        return _pages.Answer(question);
    }
}
