using System.Globalization;
using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;

namespace Ingest.Benchmarks.Mutations;

/// <summary>Another number in a sentence.</summary>
internal static class SentenceFaults
{
    /// <param name="percent">A share or a rate; else an amount or a change.</param>
    public static Fault? Plant(BudgetDocument document, bool percent, Random random)
    {
        (int Section, int Sentence, int Fact)[] places =
        [
            .. from section in Enumerable.Range(0, document.Narrative.Length)
               from sentence in Enumerable.Range(0, document.Narrative[section].Sentences.Length)
               from told in Enumerable.Range(0, document.Narrative[section].Sentences[sentence].Facts.Length)
               where Fits(document.Narrative[section].Sentences[sentence].Facts[told], percent)
               select (section, sentence, told),
        ];
        if (places.Length == 0)
            return null;
        (int s, int t, int f) = places[random.Next(places.Length)];
        NarrativeFact fact = document.Narrative[s].Sentences[t].Facts[f];
        decimal amount = fact.Value!.Value;
        decimal printed = Other(amount, random);
        if (Math.Abs(printed - amount) <= 2 * Last(amount))
            return null;
        NarrativeSection old = document.Narrative[s];
        NarrativeSentence sentence1 = old.Sentences[t];
        sentence1 = sentence1 with
        {
            Text = sentence1.Text.Replace(Text(amount), Text(printed), StringComparison.Ordinal),
            Facts = sentence1.Facts.SetItem(f, fact with { Value = printed, Text = Text(printed) }),
        };
        BudgetDocument altered = document with { Narrative = document.Narrative.SetItem(s, old with { Sentences = old.Sentences.SetItem(t, sentence1) }) };
        bool isGivenAgain = IsGivenAgain(document, fact);
        return new Fault($"page {fact.Page} {string.Join('/', fact.Subject)} {amount} → {printed}", altered,
            cell => cell.Statement == "narrative" && cell.Page == fact.Page && cell.Amount == printed, amount, isGivenAgain);
    }

    /// <summary>
    /// Whether the document prints the same amount once more, in a cell or in a sentence, as far as roundings let it be the same. Where it
    /// does not, nothing in the document contradicts another number, unless it is a part of a sum or has a rate beside it.
    /// </summary>
    private static bool IsGivenAgain(BudgetDocument document, NarrativeFact fact)
    {
        if (AmountUnits.FromPrinted(fact.Unit) is not { } unit)
            return false;
        AmountInterval amount = AmountInterval.OfPrinted(fact.Value!.Value) * unit.InYuan();
        return document.Narrative.SelectMany(section => section.Sentences).SelectMany(sentence => sentence.Facts).Any(other => !ReferenceEquals(other, fact)
                && other is { Value: { } again, Aside: false } && AmountUnits.FromPrinted(other.Unit) is { } otherUnit
                && amount.Overlaps(AmountInterval.OfPrinted(again) * otherUnit.InYuan()))
            || document.Statements.Where(statement => statement.Unit is not null).Any(statement => statement.Rows.SelectMany(row => row.Cells).Any(cell =>
                cell.Value is { } value && amount.Overlaps(AmountInterval.OfPrinted(value) * statement.Unit!.Value.InYuan())));
    }

    private static bool Fits(NarrativeFact fact, bool percent) => fact is { Value: not (null or 0), Aside: false }
        && (percent ? fact.Kind is FactKind.Share or FactKind.Growth : fact.Kind is FactKind.Amount or FactKind.Change);

    private static decimal Other(decimal amount, Random random)
    {
        char[] digits = Text(amount).ToCharArray();
        int[] places = [.. Enumerable.Range(0, digits.Length).Where(i => char.IsAsciiDigit(digits[i]))];
        digits[places[random.Next(places.Length)]] = (char)('0' + random.Next(10));
        return decimal.Parse(digits, NumberStyles.Number, CultureInfo.InvariantCulture);
    }

    private static decimal Last(decimal amount) => new(1, 0, 0, false, (byte)amount.Scale);

    private static string Text(decimal amount) => amount.ToString(CultureInfo.InvariantCulture);
}
