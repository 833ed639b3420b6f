namespace Ingest.App.Reports.Xlsx;

/// <summary>A column of a sheet.</summary>
/// <param name="Width">In characters of the body font; a Chinese character takes two.</param>
/// <param name="Folds">Can be folded away together with its neighbours that fold.</param>
/// <param name="Hidden">For programs; never printed.</param>
internal readonly record struct SheetColumn(double Width, bool Folds = false, bool Hidden = false);

/// <summary>What a sheet is before anything is written in it.</summary>
/// <param name="Name">As <see cref="SheetNames"/> gives it.</param>
internal sealed record SheetPlan(string Name, IReadOnlyList<SheetColumn> Columns)
{
    /// <summary>Rows that stay while the rest is scrolled, and that every printed page begins with.</summary>
    public int HeadRows { get; init; }

    /// <summary>Columns that stay, and that every printed page begins with.</summary>
    public int HeadColumns { get; init; }

    /// <summary>Row of the headings that rows can be filtered by; null for none.</summary>
    public int? FilterRow { get; init; }

    /// <summary>Printed upright.</summary>
    public bool Portrait { get; init; }

    /// <summary>Pages beside one another; the sheet is made smaller until its columns fit them.</summary>
    public int PagesWide { get; init; } = 1;

    /// <summary>Only cells that are unlocked can be written in; there is no password, so that a reviewer can lift it.</summary>
    public bool Protected { get; init; }

    /// <summary>Stands left in the foot of each page; the page's number is beside it.</summary>
    public string Footer { get; init; } = "";
}
