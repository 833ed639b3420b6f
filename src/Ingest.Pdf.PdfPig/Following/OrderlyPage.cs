using Ingest.Contract.Geometry;
using Ingest.Pdf.Structure;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Pdf.PdfPig.Following;

/// <summary>
/// Boxes, turn and unit of a page as PdfPig gets them: in order, so that none of them can cost the page. What it makes of them
/// is not used; they are read by the rules of all readers.
/// </summary>
internal static class OrderlyPage
{
    public static DictionaryToken Of(DictionaryToken page, PageFrame frame) => page
        .With(NameToken.MediaBox, Written(frame.MediaBox)).With(NameToken.CropBox, Written(frame.CropBox))
        .With(NameToken.Rotate, new NumericToken(frame.Rotate)).Without(NameToken.UserUnit);

    public static PageTreeMembers WithResources(PageTreeMembers above)
    {
        var inherited = new PageTreeMembers();
        foreach (DictionaryToken resources in above.ParentResources)
            inherited.ParentResources.Enqueue(resources);
        return inherited;
    }

    private static ArrayToken Written(Box box) => new([.. new[] { box.Left, box.Bottom, box.Right, box.Top }.Select(edge => new NumericToken(edge))]);
}
