namespace Ingest.App.Reports.Xlsx;

/// <summary>Where each finding stands on the sheet of findings.</summary>
/// <param name="Sheet">Its name.</param>
internal sealed record ExceptionPlaces(string Sheet)
{
    /// <summary>The title, what the colours mean, and the headings.</summary>
    public const int HeadRows = 3;

    public SheetCell Of(ReportedFinding finding) => new(Sheet, new CellAddress(HeadRows + finding.Number, 1));
}
