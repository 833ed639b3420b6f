using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Ingest.App.Words;

namespace Ingest.App.Reports.Xlsx;

/// <summary>What follows the cells of a worksheet, collected while they are written; in the order of ECMA-376 part 1, 18.3.1.99.</summary>
internal sealed class SheetEnd(SheetPlan plan, WorksheetPart part)
{
    /// <summary>Of a hint of a link.</summary>
    private const int LongestHint = 255;

    /// <summary>Excel lets a double that was computed differ so much from what is meant.</summary>
    private const decimal Noise = 0.0000001m;

    private readonly List<string> _merges = [];

    private readonly SortedDictionary<(int Row, int Column), string> _comments = [];

    private readonly List<Hyperlink> _links = [];

    private readonly Dictionary<string, string> _targets = new(StringComparer.Ordinal);

    private readonly List<(string Cell, string Values)> _choices = [];

    private readonly SortedDictionary<decimal, List<string>> _tolerances = [];

    public void Merge(CellAddress from, int rows, int columns)
    {
        if (rows > 1 || columns > 1)
            _merges.Add(CellAddress.Range(from, new CellAddress(from.Row + rows - 1, from.Column + columns - 1)));
    }

    public void Comment(CellAddress cell, string text) => _comments[(cell.Row, cell.Column)] = text;

    public void Link(CellAddress cell, SheetCell to, string hint) =>
        _links.Add(new Hyperlink { Reference = cell.ToString(), Location = SheetNames.Quoted(to.Sheet) + to.Cell, Tooltip = Hint(hint) });

    public void Link(CellAddress cell, string target, string hint)
    {
        string[] parts = target.Split('#', 2);
        if (!_targets.TryGetValue(parts[0], out string? id))
        {
            _targets[parts[0]] = id = string.Create(CultureInfo.InvariantCulture, $"link{_targets.Count + 1}");
            part.AddHyperlinkRelationship(new Uri(parts[0], UriKind.RelativeOrAbsolute), isExternal: true, id);
        }

        _links.Add(new Hyperlink { Reference = cell.ToString(), Id = id, Location = parts.Length > 1 ? parts[1] : null, Tooltip = Hint(hint) });
    }

    public void Choice(CellAddress cell, IReadOnlyList<string> values) => _choices.Add((cell.ToString(), string.Join(',', values)));

    public void Tolerance(CellAddress cell, decimal most)
    {
        if (!_tolerances.TryGetValue(most, out List<string>? cells))
            _tolerances[most] = cells = [];
        cells.Add(cell.ToString());
    }

    /// <param name="rows">How many rows the sheet has.</param>
    public void Write(OpenXmlWriter xml, int rows)
    {
        if (plan.Protected)
            xml.WriteElement(new SheetProtection { Sheet = true, Objects = true, Scenarios = true, FormatColumns = false, FormatRows = false, AutoFilter = false, Sort = false });
        if (plan.FilterRow is { } filter)
            xml.WriteElement(new AutoFilter { Reference = FilterRange(plan, filter, rows) });
        if (_merges.Count > 0)
            xml.WriteElement(new MergeCells(_merges.Select(range => new MergeCell { Reference = range })) { Count = (uint)_merges.Count });
        int priority = 0;
        foreach ((decimal most, List<string> cells) in _tolerances)
            xml.WriteElement(Beyond(most, cells, ++priority));
        if (_choices.Count > 0)
            xml.WriteElement(Validations());
        if (_links.Count > 0)
            xml.WriteElement(new Hyperlinks(_links));
        xml.WriteElement(new PrintOptions { HorizontalCentered = true });
        xml.WriteElement(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        xml.WriteElement(new PageSetup { PaperSize = 9, Orientation = plan.Portrait ? OrientationValues.Portrait : OrientationValues.Landscape, FitToWidth = (uint)plan.PagesWide, FitToHeight = 0 });
        xml.WriteElement(new HeaderFooter(new OddFooter($"&L&8{Escaped(plan.Footer)}&C&8{Escaped(plan.Name)}&R&8&P / &N")));
        if (_comments.Count > 0)
            xml.WriteElement(new LegacyDrawing { Id = CommentParts.Add(part, _comments) });
    }

    /// <summary>From the row of headings to the last row.</summary>
    public static string FilterRange(SheetPlan plan, int row, int rows) =>
        CellAddress.Range(new CellAddress(row, 1), new CellAddress(Math.Max(row, rows), plan.Columns.Count(column => !column.Hidden)));

    private static string Hint(string hint) => SafeText.Cut(SafeText.Of(hint), LongestHint);

    /// <summary>In a footer &amp; begins a command; Excel takes at most 255 characters in all.</summary>
    private static string Escaped(string text) => SafeText.Cut(SafeText.Of(text), 80).Replace("&", "&&", StringComparison.Ordinal);

    private static ConditionalFormatting Beyond(decimal most, List<string> cells, int priority)
    {
        string bound = (most + Noise).ToString(CultureInfo.InvariantCulture);
        return new ConditionalFormatting(new ConditionalFormattingRule(new Formula("-" + bound), new Formula(bound))
        {
            Type = ConditionalFormatValues.CellIs,
            Operator = ConditionalFormattingOperatorValues.NotBetween,
            FormatId = StyleSheet.Alarm,
            Priority = priority,
        })
        { SequenceOfReferences = new ListValue<StringValue>(cells.Select(cell => new StringValue(cell))) };
    }

    private DataValidations Validations() => new(_choices.GroupBy(choice => choice.Values, choice => choice.Cell).Select(group => new DataValidation(new Formula1($"\"{group.Key}\""))
    {
        Type = DataValidationValues.List,
        AllowBlank = true,
        ShowErrorMessage = true,
        SequenceOfReferences = new ListValue<StringValue>(group.Select(cell => new StringValue(cell))),
    }))
    { Count = (uint)_choices.Select(choice => choice.Values).Distinct().Count() };
}
