using System.Globalization;
using Ingest.Contract.Amounts;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;

namespace Ingest.Core.Checks.Findings;

/// <summary>Amounts as a person writes them, with their unit.</summary>
internal static class AmountText
{
    public static Phrase Of(Figure figure, decimal amount) => With(amount, figure.Unit, figure.Row?.Statement.Source.Unit);

    public static Phrase Printed(Figure figure) => figure.State switch
    {
        FigureState.Absent => new("未列", "not printed"),
        FigureState.Blank => new("空白", "blank"),
        FigureState.Unread => new("未能识别", "unreadable"),
        _ => Of(figure, figure.Value),
    };

    private static Phrase With(decimal amount, decimal unit, AmountUnit? stated)
    {
        string number = amount.ToString(Pattern(amount), CultureInfo.InvariantCulture);
        return unit == 1m && stated is null
            ? Phrase.Same(number)
            : new($"{number} {(stated ?? Of(unit)).Printed()}", $"{number} {English(stated ?? Of(unit))}");
    }

    private static string Pattern(decimal amount) => "#,##0" + (amount.Scale == 0 ? "" : "." + new string('0', Math.Min((int)amount.Scale, 6)));

    private static AmountUnit Of(decimal yuan) => yuan switch
    {
        10_000m => AmountUnit.TenThousand,
        1_000m => AmountUnit.Thousand,
        100_000_000m => AmountUnit.HundredMillion,
        _ => AmountUnit.Yuan,
    };

    private static string English(AmountUnit unit) => unit switch
    {
        AmountUnit.TenThousand => "×10,000 yuan",
        AmountUnit.Thousand => "×1,000 yuan",
        AmountUnit.HundredMillion => "×100,000,000 yuan",
        _ => "yuan",
    };
}
