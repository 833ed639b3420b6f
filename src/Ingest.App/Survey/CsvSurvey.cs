using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Ingest.App.Files;
using Ingest.App.Words;

namespace Ingest.App.Survey;

/// <summary>A folder with a file per table; UTF-8 with BOM, which Excel needs for Chinese. Statements and columns stand by their keys, since programs read it.</summary>
internal sealed class CsvSurvey(ReportWords words) : ISurveyWriter
{
    private static readonly CsvConfiguration _configuration = new(CultureInfo.InvariantCulture) { NewLine = "\r\n" };

    public void Write(IEnumerable<SurveyTable> tables, string? target)
    {
        string folder = target ?? throw new ArgumentNullException(nameof(target), "CSV needs a folder.");
        Directory.CreateDirectory(folder);
        foreach (SurveyTable table in tables)
            WholeFile.Write(Path.Combine(folder, table.Key + ".csv"), output => Write(table, output));
    }

    private void Write(SurveyTable table, Stream output)
    {
        using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        using var csv = new CsvWriter(text, _configuration);
        WriteRow(csv, table.Columns.Select(column => (object?)column.Title));
        foreach (object?[] row in table.Rows)
            WriteRow(csv, row);
    }

    private void WriteRow(CsvWriter csv, IEnumerable<object?> values)
    {
        foreach (object? value in values.Select(value => value is Named ? SurveyText.ForPrograms(value) : SurveyText.Of(value, words)))
            csv.WriteField(value is string text ? SafeText.Of(text) : Convert.ToString(value, CultureInfo.InvariantCulture));
        csv.NextRecord();
    }
}
