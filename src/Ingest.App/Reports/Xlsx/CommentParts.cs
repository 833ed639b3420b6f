using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Ingest.App.Reports.Xlsx;

/// <summary>
/// Cell notes need two parts: the texts (ECMA-376 part 1, 18.7) and, for Excel to show them, a VML
/// drawing with a box for each (part 4, 19).
/// </summary>
internal static class CommentParts
{
    /// <returns>Relationship id of the drawing, for the worksheet's legacyDrawing element.</returns>
    public static string Add(WorksheetPart sheet, IReadOnlyDictionary<(int Row, int Column), string> comments)
    {
        sheet.AddNewPart<WorksheetCommentsPart>("comments").Comments = new Comments(
            new Authors(new Author("ingest")),
            new CommentList(comments.Select(comment => new Comment(new CommentText(new Text(comment.Value)))
            {
                Reference = new CellAddress(comment.Key.Row, comment.Key.Column).ToString(),
                AuthorId = 0,
            })));

        VmlDrawingPart drawing = sheet.AddNewPart<VmlDrawingPart>("drawing");
        using Stream stream = drawing.GetStream(FileMode.Create);
        stream.Write(Encoding.UTF8.GetBytes(Vml(comments.Keys)));
        return "drawing";
    }

    private static string Vml(IEnumerable<(int Row, int Column)> cells)
    {
        var vml = new StringBuilder(
            """
            <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">
            <v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/>
            """);
        int shape = 1025;
        foreach ((int row, int column) in cells)
            vml.Append(CultureInfo.InvariantCulture,
                $"""
                <v:shape id="_x0000_s{shape++}" type="#_x0000_t202" style="position:absolute;width:220pt;height:80pt;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><x:ClientData ObjectType="Note"><x:SizeWithCells/><x:AutoFill>False</x:AutoFill><x:Row>{row - 1}</x:Row><x:Column>{column - 1}</x:Column></x:ClientData></v:shape>
                """);
        return vml.Append("</xml>").ToString();
    }
}
