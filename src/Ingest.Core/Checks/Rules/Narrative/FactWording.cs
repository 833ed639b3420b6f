using System.Globalization;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>Writes relations between sentences and cells in words.</summary>
internal static class FactWording
{
    /// <summary>正文“三公”经费 23.60万元 = T10 合计 合计.</summary>
    public static Phrase Repeats(StatedFact told, Figure? cell) =>
        Of(told) + Phrase.Same(" = ") + (cell is null ? new Phrase("0（表中没有）", "0 (nothing in the table)") : Wording.Of(cell));

    /// <summary>第 19 页正文“收入预算 / 一般公共预算”1795.67万元.</summary>
    public static Phrase Of(StatedFact told)
    {
        string subject = Wording.ShortPath(string.Join('/', told.Path));
        string value = told.Fact.Value?.ToString(CultureInfo.InvariantCulture) ?? told.Fact.Text;
        return new($"第 {told.Fact.Page} 页正文“{subject}”{value}{told.Fact.Unit}", $"page {told.Fact.Page}, text “{subject}” {value}{told.Fact.Unit}");
    }

    /// <summary>A figure of a sentence or of a table.</summary>
    public static Phrase Of(Figure figure) => figure.Row is null
        ? Phrase.Same((figure.Reference.Amount ?? 0).ToString(CultureInfo.InvariantCulture))
        : Wording.Of(figure);
}
