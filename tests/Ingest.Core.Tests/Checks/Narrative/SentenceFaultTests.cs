using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Xunit.Abstractions;

namespace Ingest.Core.Tests.Checks.Narrative;

/// <summary>One number or word of a sentence that was right is made wrong: it is found, and nothing else is accused.</summary>
public class SentenceFaultTests(ITestOutputHelper output)
{
    private const int Seed = 20240601;

    /// <summary>Of a hundred numbers so many have to be found; the rest have no meaning (growth of nothing) or stand for themselves.</summary>
    private const int Wanted = 75;

    [Theory]
    [InlineData("seed-writer/seed-writer.pdf")]
    [InlineData("pair-2023/pair-2023.pdf")]
    [InlineData("pair-2024/pair-2024.pdf")]
    [InlineData("xinjiang-2023-library/xinjiang-2023-library.pdf")]
    public void A_number_made_wrong_is_found_and_accuses_no_other(string file)
    {
        (int numbers, int found, int elsewhere) = Measure(Fixture.Read(file));
        Assert.Equal(0, elsewhere);
        Assert.True(found * 100 >= Wanted * numbers, $"{found} of {numbers}");
    }

    [PracticeFact]
    public void Numbers_made_wrong_in_practice_documents_are_found()
    {
        (int Numbers, int Found, int Elsewhere) all = default;
        foreach (string truth in PracticeFolder.Truths())
        {
            BudgetDocument document = Fixture.Read(truth.Replace(".truth.json", ".pdf", StringComparison.Ordinal));
            if (document.Findings.Any(finding => finding.Severity == Severity.Error) || document.Coverage?.Sentences.Checked <= 20)
                continue;
            (int numbers, int found, int elsewhere) = Measure(document);
            all = (all.Numbers + numbers, all.Found + found, all.Elsewhere + elsewhere);
        }
        output.WriteLine($"all: {all.Numbers} numbers, {all.Found} found, {all.Elsewhere} unrelated");
        Assert.Equal(0, all.Elsewhere);
        Assert.True(all.Found * 100 >= Wanted * all.Numbers, $"{all.Found} of {all.Numbers}");
    }

    private (int Numbers, int Found, int Elsewhere) Measure(BudgetDocument document)
    {
        var random = new Random(Seed);
        NarrativeFact[] numbers = [.. document.Facts().Where(fact => fact is { Aside: false, Value: not null and not 0 } && fact.Kind is FactKind.Amount or FactKind.Share or FactKind.Growth or FactKind.Change)];
        int found = 0;
        int elsewhere = 0;
        foreach (NarrativeFact fact in numbers)
        {
            BudgetDocument faulty = document.With(fact, Mistyped(fact.Value!.Value, random)).Reconcile();
            Finding[] seen = [.. faulty.Findings.Where(finding => finding.Severity >= Severity.Warning && finding.Rule[0] is 'N' or 'P' && !document.Findings.Any(old => old.Message == finding.Message))];
            bool here = seen.Any(finding => finding.Cells.Any(cell => cell.Page == fact.Page && cell.Box == fact.Box));
            found += here ? 1 : 0;
            elsewhere += seen.Count(finding => finding.Severity == Severity.Error && !finding.Cells.Any(cell => cell.Page == fact.Page && cell.Box == fact.Box));
            if (!here)
                output.WriteLine($"  missed {fact.Kind} {string.Join('/', fact.Subject)} {fact.Value}{fact.Unit}");
        }
        output.WriteLine($"{document.Source.FileName}: {numbers.Length} numbers, {document.Coverage!.Sentences.Checked} checked, {found} found, {elsewhere} unrelated");
        return (numbers.Length, found, elsewhere);
    }

    /// <summary>One digit that counts is another.</summary>
    private static decimal Mistyped(decimal value, Random random)
    {
        string text = value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        int[] places = [.. Enumerable.Range(0, text.Length).Where(i => char.IsAsciiDigit(text[i])).Take(Math.Max(1, text.Count(char.IsAsciiDigit) - 1))];
        int at = places[random.Next(places.Length)];
        char digit = (char)('0' + ((text[at] - '0' + 1 + random.Next(8)) % 10));
        return decimal.Parse(string.Concat(text.AsSpan(0, at), digit.ToString(), text.AsSpan(at + 1)), System.Globalization.CultureInfo.InvariantCulture);
    }
}
