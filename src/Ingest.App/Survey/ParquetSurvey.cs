using Ingest.App.Files;
using Parquet;
using Parquet.Schema;

namespace Ingest.App.Survey;

/// <summary>
/// A folder with <c>facts.parquet</c> and <c>findings.parquet</c>, for analysts: keys of the output contract as column names and
/// values; amounts as decimals in the unit that stands beside them, instants in UTC. Apache Parquet, Snappy, row groups of 50,000.
/// </summary>
internal sealed class ParquetSurvey : ISurveyWriter
{
    private const int RowsPerGroup = 50_000;

    /// <summary>Digits of an amount in all, and behind the point; no published amount has more than six.</summary>
    private const int Precision = 28, Scale = 8;

    private static readonly string[] _tables = ["facts", "findings"];

    public void Write(IEnumerable<SurveyTable> tables, string? target)
    {
        string folder = target ?? throw new ArgumentNullException(nameof(target), "Parquet needs a folder.");
        Directory.CreateDirectory(folder);
        foreach (SurveyTable table in tables.Where(table => _tables.Contains(table.Key)))
            WholeFile.Write(Path.Combine(folder, table.Key + ".parquet"), output => WriteAsync(table, output).GetAwaiter().GetResult());
    }

    private static async Task WriteAsync(SurveyTable table, Stream output)
    {
        DataField[] fields = [.. table.Columns.Select(Field)];
        await using ParquetWriter writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), output);
        foreach (object?[][] rows in table.Rows.Chunk(RowsPerGroup))
        {
            using ParquetRowGroupWriter group = writer.CreateRowGroup();
            for (int column = 0; column < fields.Length; column++)
                await WriteAsync(group, fields[column], table.Columns[column].Type, [.. rows.Select(row => row[column])]);
        }
    }

    private static DataField Field(SurveyColumn column) => column.Type == typeof(decimal)
        ? new DecimalDataField(column.Key, Precision, Scale, isNullable: true)
        : new DataField(column.Key, column.Type == typeof(DateTimeOffset) ? typeof(DateTime) : column.Type, isNullable: true);

    private static async Task WriteAsync(ParquetRowGroupWriter group, DataField field, Type type, object?[] values)
    {
        if (type == typeof(decimal))
            await group.WriteAsync<decimal>(field, Array.ConvertAll(values, value => (decimal?)value));
        else if (type == typeof(int))
            await group.WriteAsync<int>(field, Array.ConvertAll(values, value => (int?)value));
        else if (type == typeof(bool))
            await group.WriteAsync<bool>(field, Array.ConvertAll(values, value => (bool?)value));
        else if (type == typeof(DateTimeOffset))
            await group.WriteAsync<DateTime>(field, Array.ConvertAll(values, value => ((DateTimeOffset?)value)?.UtcDateTime));
        else
            await group.WriteAsync(field, Array.ConvertAll(values, value => SurveyText.ForPrograms(value)!));
    }
}
