namespace Ingest.App.Survey;

/// <summary>Writes tables in one format, row by row: the memory it takes does not depend on how many there are.</summary>
internal interface ISurveyWriter
{
    /// <param name="target">A file, or a folder where the format has a file per table; null for standard output where the format allows it.</param>
    void Write(IEnumerable<SurveyTable> tables, string? target);
}
