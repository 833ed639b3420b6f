using DocumentFormat.OpenXml.CustomProperties;
using DocumentFormat.OpenXml.ExtendedProperties;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.VariantTypes;
using System.Text;
using System.Xml;
using Ingest.App.Words;

namespace Ingest.App.Reports.Xlsx;

/// <summary>What the workbook says of itself (ECMA-376 part 2, 11, and part 1, 22.2 and 22.3). No time: the same document gives the same bytes.</summary>
/// <param name="Sha256">Of the document reported on; null for a report over many.</param>
internal sealed record WorkbookProperties(string Title, string? Subject, string? Sha256)
{
    private const string CoreNamespace = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";

    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    /// <summary>The set that user-defined properties belong to ([MS-OLEPS] 2.3.3.1.1).</summary>
    private const string UserDefined = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";

    public void AddTo(SpreadsheetDocument document)
    {
        var core = document.AddNewPart<CoreFilePropertiesPart>("application/vnd.openxmlformats-package.core-properties+xml", "core");
        using (Stream stream = core.GetStream(FileMode.Create))
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartElement("cp", "coreProperties", CoreNamespace);
            xml.WriteElementString("dc", "title", DublinCore, SafeText.Of(Title));
            xml.WriteElementString("dc", "subject", DublinCore, SafeText.Of(Subject));
            xml.WriteElementString("dc", "creator", DublinCore, ProgramVersion.Text);
            xml.WriteEndElement();
        }

        document.AddNewPart<ExtendedFilePropertiesPart>("application/vnd.openxmlformats-officedocument.extended-properties+xml", "app").Properties =
            new DocumentFormat.OpenXml.ExtendedProperties.Properties(new Application("ingest"));
        if (Sha256 is not null)
            document.AddNewPart<CustomFilePropertiesPart>("application/vnd.openxmlformats-officedocument.custom-properties+xml", "custom").Properties =
                new DocumentFormat.OpenXml.CustomProperties.Properties(new CustomDocumentProperty(new VTLPWSTR(Sha256)) { FormatId = UserDefined, PropertyId = 2, Name = ReviewColumns.Document });
    }
}
