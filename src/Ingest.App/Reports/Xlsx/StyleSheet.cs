using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Ingest.App.Reports.Xlsx;

/// <summary>Collects the styles in use and writes them as the workbook's style part (ECMA-376 part 1, 18.8).</summary>
internal sealed class StyleSheet
{
    /// <summary>Numbers below are Excel's own formats.</summary>
    private const uint FirstOwnFormat = 164;

    private static readonly (CellFill Fill, string Rgb)[] _colours =
    [
        (CellFill.Header, "FFE8EDF4"), (CellFill.Flagged, "FFFDF0C8"), (CellFill.Suspect, "FFF9CFD1"), (CellFill.Recomputed, "FFEFF7EF"),
    ];

    private readonly Dictionary<CellStyle, uint> _indexes = new() { [CellStyle.Plain] = 0 };

    /// <summary>Index of the style in the workbook.</summary>
    public uint IndexOf(CellStyle style)
    {
        if (!_indexes.TryGetValue(style, out uint index))
            _indexes[style] = index = (uint)_indexes.Count;
        return index;
    }

    public void Write(WorkbookPart workbook)
    {
        CellStyle[] styles = [.. _indexes.OrderBy(entry => entry.Value).Select(entry => entry.Key)];
        int[] decimals = [.. styles.Where(style => style.Decimals is not null).Select(style => style.Decimals!.Value).Distinct().Order()];
        workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = new Stylesheet(
            new NumberingFormats(decimals.Select(count => new NumberingFormat { NumberFormatId = FirstOwnFormat + (uint)count, FormatCode = Format(count) })) { Count = (uint)decimals.Length },
            new Fonts(Font(bold: false), Font(bold: true)) { Count = 2 },
            new Fills([Pattern(PatternValues.None), Pattern(PatternValues.Gray125), .. _colours.Select(colour => Solid(colour.Rgb))]) { Count = (uint)_colours.Length + 2 },
            new Borders(new Border(), Thin()) { Count = 2 },
            new CellStyleFormats(new CellFormat()) { Count = 1 },
            new CellFormats(styles.Select(Entry)) { Count = (uint)styles.Length });
    }

    private static string Format(int decimals) => decimals == 0 ? "#,##0" : "#,##0." + new string('0', decimals);

    private static CellFormat Entry(CellStyle style) => new()
    {
        NumberFormatId = style.Decimals is { } decimals ? FirstOwnFormat + (uint)decimals : 0,
        FontId = style.Bold ? 1u : 0u,
        FillId = style.Fill == CellFill.None ? 0 : (uint)Array.FindIndex(_colours, colour => colour.Fill == style.Fill) + 2,
        BorderId = style.Bordered ? 1u : 0u,
        FormatId = 0,
        ApplyNumberFormat = true,
        ApplyFont = true,
        ApplyFill = true,
        ApplyBorder = true,
        ApplyAlignment = true,
        Alignment = new Alignment
        {
            WrapText = style.Wrap,
            Vertical = VerticalAlignmentValues.Center,
            Horizontal = style.Centred ? HorizontalAlignmentValues.Center : HorizontalAlignmentValues.General,
        },
    };

    private static Font Font(bool bold)
    {
        var font = new Font();
        if (bold)
            font.Append(new Bold());
        font.Append(new FontSize { Val = 10 }, new FontName { Val = "宋体" }, new FontCharSet { Val = 134 });
        return font;
    }

    private static Fill Pattern(PatternValues pattern) => new(new PatternFill { PatternType = pattern });

    private static Fill Solid(string rgb) => new(new PatternFill(
        new ForegroundColor { Rgb = HexBinaryValue.FromString(rgb) }, new BackgroundColor { Indexed = 64 })
    { PatternType = PatternValues.Solid });

    private static Border Thin() => new(
        new LeftBorder(new Color { Indexed = 64 }) { Style = BorderStyleValues.Thin },
        new RightBorder(new Color { Indexed = 64 }) { Style = BorderStyleValues.Thin },
        new TopBorder(new Color { Indexed = 64 }) { Style = BorderStyleValues.Thin },
        new BottomBorder(new Color { Indexed = 64 }) { Style = BorderStyleValues.Thin },
        new DiagonalBorder());
}
