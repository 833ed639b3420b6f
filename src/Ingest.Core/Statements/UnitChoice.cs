using System.Text.RegularExpressions;
using Ingest.Contract.Amounts;
using Ingest.Contract.Grids;
using Ingest.Contract.Text;

namespace Ingest.Core.Statements;

/// <summary>The unit of each table: printed with it, or said once for the whole document.</summary>
internal sealed partial class UnitChoice
{
    private readonly AmountUnit? _ofDocument;

    public UnitChoice(IReadOnlyList<PageContent> pages, IReadOnlyList<OpenTable> tables) =>
        _ofDocument = tables.All(table => Printed(table) is not null) ? null : StatedForAll(pages);

    public AmountUnit? Of(OpenTable table) => Printed(table) ?? _ofDocument;

    /// <summary>The unit printed with the table, or null.</summary>
    public static AmountUnit? Printed(OpenTable table) =>
        table.Parts.Select(part => part.Fragment.Heading.Unit).FirstOrDefault(unit => unit is not null);

    /// <summary>A sentence such as 本公开表金额单位均为万元; two that differ say nothing.</summary>
    private static AmountUnit? StatedForAll(IReadOnlyList<PageContent> pages)
    {
        AmountUnit?[] stated =
        [
            .. pages.SelectMany(page => page.Lines)
                .Select(line => ForAll().Match(PrintedText.Compact(line.Text)))
                .Where(match => match.Success)
                .Select(match => AmountUnits.FromPrinted(match.Groups["unit"].Value))
                .Distinct(),
        ];
        return stated.Length == 1 ? stated[0] : null;
    }

    [GeneratedRegex(@"(?:单位均为|单位统一为|均以|统一以|计量单位(?:为|[:：]))(?:人民币)?[“""]?(?<unit>元|千元|万元|十万元|百万元|亿元)", RegexOptions.ExplicitCapture)]
    private static partial Regex ForAll();
}
