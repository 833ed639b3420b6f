using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Ingest.App.Words;
using Ingest.Contract.Text;
using Ingest.Store;

namespace Ingest.App.Reports.Docx;

/// <summary>
/// 询证函: a letter to the body with a question for each error and doubt that no reviewer has dismissed, and room for the answers.
/// </summary>
internal sealed class DocxReport : IReportWriter
{
    /// <summary>Twentieths of a point: A4 with margins of 2.5 cm, and the columns of the table within them.</summary>
    private const uint PageWidth = 11906, PageHeight = 16838;

    private const int Margin = 1417;

    private static readonly int[] _columns = [620, 4450, 900, 3100];

    public string Extension => ".docx";

    public void Write(ReportSubject subject, ReportWords words, Stream output)
    {
        using var package = new MemoryStream();
        using (var document = WordprocessingDocument.Create(package, WordprocessingDocumentType.Document))
        {
            var main = document.AddNewPart<MainDocumentPart>("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "document");
            main.Document = new Document(new Body([.. Letter(subject, words), PageOf()]));
        }

        FixedArchive.Copy(package, null, output);
    }

    private static IEnumerable<OpenXmlElement> Letter(ReportSubject subject, ReportWords words)
    {
        ReportedFinding[] asked = [.. subject.Findings.Where(found => found.Finding.Severity != Severity.Info && found.Verdict?.Status != VerdictStatus.Dismissed)];
        string body = subject.Document.Identity.Department ?? words.Say("（部门名称）", "(name of the body)");
        string year = subject.Document.Identity.FiscalYear is { } number ? words.Say($"{number} 年度{words.Of(subject.Document.Identity.Kind)}", $"{words.Of(subject.Document.Identity.Kind)} {number}") : words.Of(subject.Document.Identity.Kind);
        yield return Line(words.Say("询 证 函", "Request for confirmation"), size: 36, bold: true, centred: true);
        yield return Line(words.Say("编号：　　　　　　", "No.: ____________"), centred: true);
        yield return Line(words.Say($"{body}：", $"To: {body}"), bold: true);
        yield return Line(words.Say(
            $"在核对贵单位公开的{year}（文件 {subject.Document.Source.FileName}）时，有下列 {asked.Length} 处需要贵单位说明或提供依据。请在“答复”栏逐项填写，加盖公章后退回。",
            $"In checking your published {year} (file {subject.Document.Source.FileName}), {Plural.Of(asked.Length, "place")} came up that need your explanation or evidence. Please answer each in the last column, seal the letter and return it."), indented: true);
        yield return Questions(asked, subject, words);
        yield return Line(words.Say("上述事项如属笔误，请注明正确金额；如属口径不同，请说明口径及依据。", "Where it is a slip, please give the right amount; where definitions differ, please state them and their source."), indented: true);
        yield return Line(words.Say("发函单位（盖章）：　　　　　　　　　　　日期：　　　年　　月　　日", "Sender (seal): ________________    Date: ____________"));
        yield return Line(words.Say("答复单位（盖章）：　　　　　　　　　　　日期：　　　年　　月　　日", "Answered by (seal): ________________    Date: ____________"));
        yield return Line(words.Say("经办人：　　　　　　　　　　　　　　　　电话：", "Name: ________________    Telephone: ____________"));
    }

    private static Table Questions(ReportedFinding[] asked, ReportSubject subject, ReportWords words)
    {
        var names = new CellNames(subject.Document, words);
        var table = new Table(
            new TableProperties(new TableWidth { Width = "0", Type = TableWidthUnitValues.Auto }, Borders(), new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(_columns.Select(width => new GridColumn { Width = Text(width) })));
        table.Append(Row([words.Number, words.Say("询证事项", "Question"), words.PageOfPdf, words.Say("答复", "Answer")], head: true));
        foreach (ReportedFinding found in asked)
        {
            string pages = string.Join("、", found.Finding.Cells.Where(cell => cell.Year is null).Select(cell => cell.Page).OfType<int>().Distinct().Order());
            string place = found.Finding.Suspects.IsEmpty ? "" : "\n" + words.Suspect + words.Say("：", ": ") + FindingText.Suspected(found.Finding.Suspects[0], names, words);
            table.Append(Row([Text(found.Number), found.Finding.Message + place, pages, ""], head: false));
        }

        return table;
    }

    private static TableRow Row(string[] texts, bool head)
    {
        var row = new TableRow(head ? new TableRowProperties(new CantSplit(), new TableHeader()) : new TableRowProperties(new CantSplit()));
        for (int i = 0; i < texts.Length; i++)
            row.Append(new TableCell(new TableCellProperties(new TableCellWidth { Width = Text(_columns[i]), Type = TableWidthUnitValues.Dxa }), Line(texts[i], size: 20, bold: head, centred: head || i is 0 or 2, spaced: false)));
        return row;
    }

    private static Paragraph Line(string text, int size = 24, bool bold = false, bool centred = false, bool indented = false, bool spaced = true)
    {
        var properties = new ParagraphProperties(new SpacingBetweenLines { Before = "0", After = spaced ? "160" : "0", Line = "340", LineRule = LineSpacingRuleValues.Auto });
        if (indented)
            properties.Append(new Indentation { FirstLine = "480" });
        properties.Append(new Justification { Val = centred ? JustificationValues.Center : JustificationValues.Left });
        var run = new Run(new RunProperties(
            [new RunFonts { EastAsia = "宋体", Ascii = "Times New Roman", HighAnsi = "Times New Roman" }, .. bold ? (OpenXmlElement[])[new Bold()] : [], new FontSize { Val = Text(size) }]));
        string[] lines = SafeText.Of(text, lines: true).TrimStart('\'').Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (i > 0)
                run.Append(new Break());
            run.Append(new Text(lines[i]) { Space = SpaceProcessingModeValues.Preserve });
        }

        return new Paragraph(properties, run);
    }

    private static TableBorders Borders() => new(
        new TopBorder { Val = BorderValues.Single, Size = 4 }, new LeftBorder { Val = BorderValues.Single, Size = 4 }, new BottomBorder { Val = BorderValues.Single, Size = 4 },
        new RightBorder { Val = BorderValues.Single, Size = 4 }, new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 });

    private static SectionProperties PageOf() => new(
        new PageSize { Width = PageWidth, Height = PageHeight },
        new PageMargin { Top = Margin, Bottom = Margin, Left = Margin, Right = Margin, Header = 720, Footer = 720, Gutter = 0 });

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
