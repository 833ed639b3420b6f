using Ingest.App.Words;

namespace Ingest.App.Cli;

/// <summary>What the ending of an output's name says of its format.</summary>
internal static class OutputEnding
{
    private static readonly string[] _known = ["xlsx", "csv", "json", "html", "text", "docx"];

    /// <summary>The format that a file name asks for; null when it says nothing.</summary>
    public static string? Format(string? output) => Path.GetExtension(output ?? "").TrimStart('.').ToLowerInvariant() switch
    {
        "txt" => "text",
        "htm" => "html",
        var ending when _known.Contains(ending) => ending,
        _ => null,
    };

    /// <summary>Null when name and format agree: a workbook under the name of a CSV file misleads whoever opens it.</summary>
    public static string? Problem(string? output, string format, ReportWords words) => Format(output) is { } named && named != format && !Directory.Exists(output)
        ? words.Say($"-o {output} 的扩展名与格式 {format} 不符。请改用 .{Ending(format)}，或用 --format {named}。", $"-o {output} does not end as {format} does. Name it .{Ending(format)}, or ask for --format {named}.")
        : null;

    private static string Ending(string format) => format == "text" ? "txt" : format;
}
