using Ingest.App.Reports.Html;
using Ingest.App.Reports.Xlsx;

namespace Ingest.App.Reports.Formats;

/// <summary>The formats that a report of one document can be written in.</summary>
internal static class ReportFormats
{
    public static IReportWriter Writer(string format) => format switch
    {
        "xlsx" => new XlsxReport(),
        "html" => new HtmlReport(),
        "csv" => new CsvReport(),
        "json" => new JsonReport(),
        "text" => new TextReport(),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "There is no report of this format."),
    };
}
