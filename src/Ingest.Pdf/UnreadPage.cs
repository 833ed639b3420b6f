using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;
using Ingest.Contract.Text;
using Ingest.Pdf.Structure;

namespace Ingest.Pdf;

/// <summary>What stands for a page that could not be read: an empty sheet and the reason.</summary>
public static class UnreadPage
{
    /// <summary>The file names the page but does not hold it.</summary>
    public static Page Missing(int number) => Because(number, new Diagnostic("missing-page", Severity.Error, new Phrase(
        $"第 {number} 页丢失：文件列有该页，但没有其内容。请从来源处重新获取文件。",
        $"Page {number} is lost: the file names it but does not hold it. Get the file again from its source."), number));

    public static Page Because(int number, Diagnostic reason)
    {
        Box paper = PageFrame.DefaultBox;
        return new Page
        {
            Number = number,
            Width = paper.Width,
            Height = paper.Height,
            Visible = paper,
            Rotation = 0,
            Letters = [],
            Rulings = [],
            Fills = [],
            Images = [],
            ImageOnly = false,
            Diagnostics = [reason],
        };
    }
}
