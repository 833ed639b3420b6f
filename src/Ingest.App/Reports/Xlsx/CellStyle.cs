namespace Ingest.App.Reports.Xlsx;

internal enum CellFill
{
    None,
    Header,
    Flagged,
    Suspect,
    Recomputed,
}

/// <summary>How a cell looks; equal styles share one entry of the style sheet.</summary>
/// <param name="Decimals">Decimals shown of a number; null for text.</param>
internal readonly record struct CellStyle(int? Decimals = null, CellFill Fill = CellFill.None, bool Bold = false, bool Wrap = false, bool Bordered = true, bool Centred = false)
{
    public static readonly CellStyle Plain = new(Bordered: false);

    public static readonly CellStyle Title = new(Bold: true, Bordered: false);

    public static readonly CellStyle Header = new(Fill: CellFill.Header, Bold: true, Wrap: true, Centred: true);

    public static readonly CellStyle Text = new(Wrap: true);

    /// <summary>Text in one line, years and counts, without a border: for long lists.</summary>
    public static readonly CellStyle Line = new(Bordered: false);

    public static CellStyle Number(int decimals) => new(decimals);
}
