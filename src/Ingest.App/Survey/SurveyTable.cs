namespace Ingest.App.Survey;

/// <summary>A column of a table.</summary>
/// <param name="Key">Its name in JSON.</param>
/// <param name="Title">Its heading for people.</param>
/// <param name="Width">In characters.</param>
internal sealed record SurveyColumn(string Key, string Title, double Width = 14)
{
    /// <summary>Of its values, for formats whose columns are typed; enumerations are texts there.</summary>
    public Type Type { get; init; } = typeof(string);
}

/// <summary>What programs know by a key and people by words.</summary>
internal sealed record Named(string Key, string Words);

/// <summary>One table over many documents.</summary>
/// <param name="Key">Its name in JSON and of its CSV file.</param>
/// <param name="Title">Its heading for people.</param>
/// <param name="Rows">Made while they are written, read once. A value per column: text, number, flag, instant, <see cref="Named"/>, a value of the contract's enumerations, or null.</param>
internal sealed record SurveyTable(string Key, string Title, IReadOnlyList<SurveyColumn> Columns, IEnumerable<object?[]> Rows);
