using Ingest.App.Compare;
using Ingest.App.Words;
using Ingest.Contract.Pages;
using Ingest.Contract.Text;
using Ingest.Core;
using Ingest.Core.Layouts;
using Ingest.Pdf;
using Ingest.Tables;

namespace Ingest.App.Tests.Compare;

public sealed class ReaderComparisonTests
{
    [Fact]
    public void What_both_see_is_no_difference()
    {
        FileComparison result = Compare("two-tables.pdf", page => page with { Letters = [.. page.Letters.Select(letter => letter with { X = letter.X + 0.5f })] });

        Assert.Equal(1, result.PageCount);
        Assert.Empty(result.Pages);
        Assert.True(result.SameFigures);
    }

    [Fact]
    public void A_letter_that_is_read_otherwise_shows_on_its_page_and_in_the_fact()
    {
        FileComparison result = Compare("two-tables.pdf", page => AlteredReader.Misread(page, "159.24", "7"));

        PageComparison page = Assert.Single(result.Pages);
        Assert.Equal((1, "1", "7", 0, 0), (page.Page, page.Letters, page.OtherLetters, page.Rulings, page.OtherRulings));
        FactChange fact = Assert.Single(result.Facts);
        Assert.Equal((159.24m, 759.24m), (fact.Before, fact.After));
        Assert.False(result.SameFigures);
        Assert.Contains("builtin-3 159.24, altered-1 759.24", Text(result), StringComparison.Ordinal);
    }

    [Fact]
    public void Letters_that_stand_elsewhere_and_lines_that_are_missing_are_told()
    {
        FileComparison result = Compare("two-tables.pdf", page => page with
        {
            Letters = page.Letters.SetItem(0, page.Letters[0] with { X = page.Letters[0].X + 20 }),
            Rulings = page.Rulings.RemoveAt(0),
        });

        PageComparison page = Assert.Single(result.Pages);
        Assert.Equal((1, 1, 1, 0), (page.Letters.Length, page.OtherLetters.Length, page.Rulings, page.OtherRulings));
    }

    [Fact]
    public void A_statement_that_only_one_finds_is_named_and_its_facts_are_not_listed_one_by_one()
    {
        FileComparison result = Compare("two-tables.pdf", page => page with { Letters = [.. page.Letters.Where(letter => letter.Y < page.Height / 2)] });

        Assert.Equal("T03", Assert.Single(result.Statements));
        Assert.Empty(result.Facts);
        Assert.False(result.SameFigures);
        Assert.Contains("Only builtin-3 finds: T03", Text(result), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_one_of_them_cannot_read_says_which_and_why()
    {
        FileComparison result = Compare("two-tables.pdf", _ => throw new PdfReadException(ReadFailure.Damaged, Phrase.Same("lost")));

        Assert.StartsWith("altered-1: ", result.Problem, StringComparison.Ordinal);
        Assert.Contains("lost", Text(result), StringComparison.Ordinal);
        Assert.False(result.SameFigures);
    }

    private static FileComparison Compare(string fixture, Func<Page, Page> alter)
    {
        var comparison = new ReaderComparison(
            new BuiltInPdfReader(), new AlteredReader(alter), new TableFinder(), LayoutCatalog.Embedded, ProcessingOptions.Default with { Language = Language.English });
        return comparison.Compare(fixture, File.ReadAllBytes(Path.Combine(Repository.Root, "fixtures", "odd", fixture)), CancellationToken.None);
    }

    private static string Text(FileComparison result)
    {
        using var output = new StringWriter();
        new ComparisonText(new ReportWords(Language.English), output).Show(result);
        return output.ToString();
    }
}
