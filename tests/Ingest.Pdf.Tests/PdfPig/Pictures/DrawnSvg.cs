using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;
using Ingest.Contract.Pictures;
using Ingest.Pdf.PdfPig.Pictures;

namespace Ingest.Pdf.Tests.PdfPig.Pictures;

/// <summary>Pages drawn for tests, and what stands in the drawings.</summary>
internal static class DrawnSvg
{
    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static PagePicture Draw(byte[] file, PictureRequest? request = null, int turns = 0, params IReadOnlyList<Box> covered)
    {
        using PictureDocument document = PictureReader.Open(file, ReadingOptions.Default);
        return document.Draw(request ?? new PictureRequest { Page = 1 }, turns, covered);
    }

    /// <summary>The content as the only page of a file with Helvetica as F1.</summary>
    public static PagePicture DrawContent(string content, PictureRequest? request = null) => Draw(PdfBuilder.WithPages(content).XrefTable().ToArray(), request);

    public static XElement Parse(PagePicture picture) => XElement.Parse(Encoding.UTF8.GetString(picture.Svg.Span));

    public static IEnumerable<XElement> All(this XElement svg, string name) => svg.Descendants(Svg + name);

    /// <summary>What is painted, without what is only defined.</summary>
    public static IEnumerable<XElement> Painted(this XElement svg, string name) => svg.All(name).Where(element => !element.Ancestors(Svg + "defs").Any());

    /// <summary>The value that holds for an element, its own or of a group around it.</summary>
    public static string? Effective(this XElement element, string attribute) =>
        element.AncestorsAndSelf().Select(around => (string?)around.Attribute(attribute)).FirstOrDefault(value => value is not null);

    public static double Number(this XElement element, string attribute) => double.Parse((string)element.Attribute(attribute)!, CultureInfo.InvariantCulture);
}
