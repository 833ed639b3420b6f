using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Structural;

/// <summary>STR-10: a guard of the reading; a mobile number or an id is no amount.</summary>
public sealed class NoPhoneNumbersRule : ObservingRule
{
    protected override IEnumerable<Check> Observe(FigureIndex index) => index.Figures
        .Where(figure => figure is { IsPrinted: true, IsNarrative: false })
        .GroupBy(LooksLikeNumber)
        .SelectMany(group => group.Key ? group.Select(Doubt) : [Holds()]);

    /// <summary>Eleven digits that begin as mobile numbers do, or more digits than a budget has, without separators or decimals.</summary>
    private static bool LooksLikeNumber(Figure figure)
    {
        string text = figure.Row?.Source.Cell(figure.Reference.Column!)?.Text ?? "";
        bool plain = text.Length >= 11 && text.All(char.IsAsciiDigit);
        return plain && (text.Length > 13 || (text.Length == 11 && text[0] == '1' && text[1] >= '3'));
    }

    private Observation Doubt(Figure figure) => new(this, holds: false,
        Wording.Of(figure) + new Phrase(" 像电话或证件号码，不像金额，请核对读取结果", " looks like a telephone or id number, not an amount; check the reading"))
    {
        Cells = [figure.Reference],
    };
}
