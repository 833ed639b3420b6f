using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Ingest.App.Reports.Xlsx;

/// <summary>Collects the styles in use and writes them as the workbook's style part (ECMA-376 part 1, 18.8).</summary>
internal sealed class StyleSheet
{
    /// <summary>Index of the format that cells beyond their tolerance take.</summary>
    public const uint Alarm = 0;

    /// <summary>Numbers below are Excel's own formats.</summary>
    private const uint FirstOwnFormat = 164;

    private static readonly (CellFill Fill, string Rgb)[] _colours =
    [
        (CellFill.Header, "FFE3EAF3"), (CellFill.Flagged, "FFFDF0C8"), (CellFill.Suspect, "FFF9CFD1"), (CellFill.Recomputed, "FFF1F7F0"), (CellFill.Review, "FFFFFDF2"),
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
        string[] formats = [.. styles.Select(Format).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = new Stylesheet(
            new NumberingFormats(formats.Select((format, i) => new NumberingFormat { NumberFormatId = FirstOwnFormat + (uint)i, FormatCode = format })) { Count = (uint)formats.Length },
            new Fonts(Enum.GetValues<CellFont>().Select(Font)) { Count = (uint)Enum.GetValues<CellFont>().Length },
            new Fills([Pattern(PatternValues.None), Pattern(PatternValues.Gray125), .. _colours.Select(colour => Solid(colour.Rgb))]) { Count = (uint)_colours.Length + 2 },
            new Borders(new Border(), Thin()) { Count = 2 },
            new CellStyleFormats(new CellFormat()) { Count = 1 },
            new CellFormats(styles.Select(style => Entry(style, formats))) { Count = (uint)styles.Length },
            new DifferentialFormats(new DifferentialFormat(
                new Font(new Bold(), new Color { Rgb = "FFB00020" }),
                new Fill(new PatternFill(new BackgroundColor { Rgb = "FFF9CFD1" }) { PatternType = PatternValues.Solid })))
            { Count = 1 });
    }

    private static string? Format(CellStyle style)
    {
        string number = style.Decimals == 0 ? "#,##0" : "#,##0." + new string('0', style.Decimals);
        return style.Kind switch
        {
            CellNumber.Amount => number,
            CellNumber.Difference => $"{number};-{number};\"–\"",
            CellNumber.Date => "yyyy-mm-dd",
            _ => null,
        };
    }

    private static CellFormat Entry(CellStyle style, string[] formats) => new()
    {
        NumberFormatId = Format(style) is { } format ? FirstOwnFormat + (uint)Array.IndexOf(formats, format) : 0,
        FontId = (uint)style.Font,
        FillId = style.Fill == CellFill.None ? 0 : (uint)Array.FindIndex(_colours, colour => colour.Fill == style.Fill) + 2,
        BorderId = style.Bordered ? 1u : 0u,
        FormatId = 0,
        ApplyNumberFormat = true,
        ApplyFont = true,
        ApplyFill = true,
        ApplyBorder = true,
        ApplyAlignment = true,
        ApplyProtection = style.Unlocked,
        Alignment = new Alignment
        {
            WrapText = style.Wrap,
            Vertical = VerticalAlignmentValues.Center,
            Horizontal = style.Centred ? HorizontalAlignmentValues.Center : style.IsIndented ? HorizontalAlignmentValues.Left : HorizontalAlignmentValues.General,
            Indent = style.IsIndented ? 1 : null,
        },
        Protection = style.Unlocked ? new Protection { Locked = false } : null,
    };

    private static Font Font(CellFont kind)
    {
        var font = new Font();
        if (kind is CellFont.Bold or CellFont.Title)
            font.Append(new Bold());
        if (kind == CellFont.Link)
            font.Append(new Underline());
        font.Append(new FontSize { Val = kind switch { CellFont.Title => 14, CellFont.Small => 9, _ => 10 } });
        if (kind is CellFont.Link or CellFont.Small)
            font.Append(new Color { Rgb = kind == CellFont.Link ? "FF0B57A4" : "FF595959" });
        font.Append(new FontName { Val = "宋体" }, new FontCharSet { Val = 134 });
        return font;
    }

    private static Fill Pattern(PatternValues pattern) => new(new PatternFill { PatternType = pattern });

    private static Fill Solid(string rgb) => new(new PatternFill(
        new ForegroundColor { Rgb = HexBinaryValue.FromString(rgb) }, new BackgroundColor { Indexed = 64 })
    { PatternType = PatternValues.Solid });

    private static Border Thin() => new(
        new LeftBorder(Grey()) { Style = BorderStyleValues.Thin },
        new RightBorder(Grey()) { Style = BorderStyleValues.Thin },
        new TopBorder(Grey()) { Style = BorderStyleValues.Thin },
        new BottomBorder(Grey()) { Style = BorderStyleValues.Thin },
        new DiagonalBorder());

    private static Color Grey() => new() { Rgb = "FFA6A6A6" };
}
