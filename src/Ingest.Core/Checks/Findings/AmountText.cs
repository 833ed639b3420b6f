using System.Globalization;
using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;

namespace Ingest.Core.Checks.Findings;

/// <summary>Amounts as a person writes them, with their unit.</summary>
internal static class AmountText
{
    /// <summary>Finer than any amount is printed; what is finer comes of converting units.</summary>
    private const int MostDecimals = 6;

    public static Phrase Of(Figure figure, decimal amount) => With(amount, figure);

    public static Phrase Printed(Figure figure) => figure.State switch
    {
        FigureState.Absent => new("未列", "not printed"),
        FigureState.Blank => new("空白", "blank"),
        FigureState.Unread => new("未能识别", "unreadable"),
        _ => Of(figure, figure.Value),
    };

    /// <summary>The number alone, for a sentence that has named the unit: 6.06, 空白.</summary>
    public static Phrase Number(Figure figure) => figure.IsPrinted ? Phrase.Same(Digits(figure.Value, figure.Value.Scale)) : Printed(figure);

    /// <summary>Without the zeros that arithmetic leaves behind the decimals of where an amount comes from.</summary>
    /// <param name="least">Decimals that are kept even where they are zeros.</param>
    public static decimal Trim(decimal amount, int least)
    {
        decimal rounded = Math.Round(amount, Math.Max(least, MostDecimals), MidpointRounding.AwayFromZero);
        while (rounded.Scale > least && Math.Round(rounded, rounded.Scale - 1, MidpointRounding.ToZero) == rounded)
            rounded = Math.Round(rounded, rounded.Scale - 1, MidpointRounding.ToZero);
        return rounded;
    }

    private static Phrase With(decimal amount, Figure figure)
    {
        string number = Digits(amount, figure.IsPrinted && figure.Value != 0 ? figure.Value.Scale : 0);
        if (figure.CountedIn is { } counted)
            return Phrase.Same(counted == "%" ? number + counted : $"{number} {counted}");
        AmountUnit? stated = figure.Row?.Statement.Source.Unit;
        if (figure.Row is { Statement.Source.Unit: null } || (figure.Unit == 1m && stated is null))
            return Phrase.Same(number);
        AmountUnit unit = stated ?? Of(figure.Unit);
        return new($"{number} {unit.Printed()}", $"{number} {English(unit)}");
    }

    private static string Digits(decimal amount, int least)
    {
        decimal trimmed = Trim(amount, least);
        return trimmed.ToString("#,##0" + (trimmed.Scale == 0 ? "" : "." + new string('0', trimmed.Scale)), CultureInfo.InvariantCulture);
    }

    private static AmountUnit Of(decimal yuan) =>
        Array.Find(Enum.GetValues<AmountUnit>(), unit => unit.InYuan() == yuan);

    private static string English(AmountUnit unit) => unit == AmountUnit.Yuan
        ? "yuan"
        : string.Create(CultureInfo.InvariantCulture, $"×{unit.InYuan():#,##0} yuan");
}
