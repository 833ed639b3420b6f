using Ingest.App.Reports.Docx;
using Ingest.App.Reports.Html;
using Ingest.App.Reports.Xlsx;

namespace Ingest.App.Reports.Formats;

/// <summary>The formats that a report of one document can be written in.</summary>
internal static class ReportFormats
{
    public static IReadOnlyList<string> Known { get; } = ["xlsx", "html", "docx", "csv", "json", "text"];

    public static IReportWriter Writer(string format) => format switch
    {
        "xlsx" => new XlsxReport(),
        "docx" => new DocxReport(),
        "html" => new HtmlReport(),
        "csv" => new CsvReport(),
        "json" => new JsonReport(),
        "text" => new TextReport(),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "There is no report of this format."),
    };
}
