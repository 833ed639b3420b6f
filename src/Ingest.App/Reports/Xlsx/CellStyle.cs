namespace Ingest.App.Reports.Xlsx;

internal enum CellFill
{
    None,
    Header,

    /// <summary>Takes part in a doubt.</summary>
    Flagged,

    /// <summary>Most likely wrong, or an error.</summary>
    Suspect,

    /// <summary>Made by this program, not printed.</summary>
    Recomputed,

    /// <summary>For the reviewer to write in.</summary>
    Review,
}

internal enum CellFont
{
    Body,
    Bold,

    /// <summary>Of a sheet.</summary>
    Title,
    Link,

    /// <summary>Remarks about what stands beside them.</summary>
    Small,
}

/// <summary>What a number is; it decides how it is shown.</summary>
internal enum CellNumber
{
    Text,

    /// <summary>With as many decimals as are printed.</summary>
    Amount,

    /// <summary>The same; nothing at all is a dash, so that differences stand out.</summary>
    Difference,
    Date,
}

/// <summary>How a cell looks; equal styles share one entry of the style sheet.</summary>
/// <param name="Decimals">Of an amount.</param>
/// <param name="Unlocked">May be written in though the sheet is protected.</param>
internal readonly record struct CellStyle(
    CellNumber Kind = CellNumber.Text, int Decimals = 0, CellFill Fill = CellFill.None, CellFont Font = CellFont.Body,
    bool Wrap = false, bool Bordered = true, bool Centred = false, bool Unlocked = false)
{
    public static readonly CellStyle Plain = new(Bordered: false);

    public static readonly CellStyle Title = new(Font: CellFont.Title, Bordered: false);

    public static readonly CellStyle Section = new(Font: CellFont.Bold, Bordered: false);

    public static readonly CellStyle Remark = new(Font: CellFont.Small, Bordered: false);

    public static readonly CellStyle Link = new(Font: CellFont.Link, Bordered: false);

    public static readonly CellStyle Header = new(Fill: CellFill.Header, Font: CellFont.Bold, Wrap: true, Centred: true);

    public static readonly CellStyle Text = new(Wrap: true);

    /// <summary>Text in one line, years and counts, without a border: for long lists.</summary>
    public static readonly CellStyle Line = new(Bordered: false);

    /// <summary>For the reviewer.</summary>
    public static readonly CellStyle Review = new(Fill: CellFill.Review, Wrap: true, Unlocked: true);

    public static readonly CellStyle ReviewDate = Review with { Kind = CellNumber.Date };

    /// <summary>Text within a frame keeps away from it.</summary>
    public bool IsIndented => Kind == CellNumber.Text && Bordered && !Centred;

    public static CellStyle Number(int decimals) => new(CellNumber.Amount, decimals);

    public static CellStyle Difference(int decimals) => new(CellNumber.Difference, decimals, CellFill.Recomputed);
}
