using Ingest.Contract.Documents;
using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Findings;
using Ingest.Core.Checks.Witness;

namespace Ingest.Core.Tests.Checks.Witness;

/// <summary>Two readers of one page; letters are 10 points high and 5 wide, a line of them begins at the point given.</summary>
public class LetterWitnessTests
{
    private static readonly CellReference _amount = new() { Statement = "T03", Column = "basic", Amount = 159.24m, Page = 1, Box = new Box(100, 700, 130, 710) };

    private const string Sentence = "支出预算159.24万元，比上年增加1.00万元。";

    // The number alone, as facts have it.
    private static readonly CellReference _told = new() { Statement = "narrative", Text = Sentence, Amount = 159.24m, Page = 1, Box = new Box(120, 700, 150, 710) };

    [Fact]
    public void The_same_letters_at_the_same_place_are_the_same() =>
        Assert.Equal(TestimonyAnswer.Same, Ask(_amount, Line("159.24", 100, 700), Line("159.24", 100, 700)).Answer);

    [Theory]
    [InlineData("159.24", "109.24", "109.24")]
    [InlineData("159.24", "15.24", "15.24")]
    [InlineData("159.24", "", "")]
    public void Another_text_is_told(string ours, string theirs, string said)
    {
        Testimony testimony = Ask(_amount, Line(ours, 100, 700), Line(theirs, 100, 700));

        Assert.Equal((TestimonyAnswer.Other, said), (testimony.Answer, testimony.Text));
    }

    [Fact]
    public void A_digit_that_only_the_second_sees_beside_the_number_counts()
    {
        Testimony testimony = Ask(_amount, Line("159.24", 100, 700), Line("8159.24", 95, 700));

        Assert.Equal((TestimonyAnswer.Other, "8159.24"), (testimony.Answer, testimony.Text));
    }

    [Fact]
    public void What_both_see_beside_the_number_does_not() =>
        Assert.Equal(TestimonyAnswer.Same, Ask(_amount, Line("159.24375.00", 100, 700), Line("159.24375.00", 100, 700)).Answer);

    [Fact]
    public void The_same_text_on_another_line_is_not_the_same() =>
        Assert.Equal((TestimonyAnswer.Other, ""), Said(Ask(_amount, Line("159.24", 100, 700), Line("159.24", 100, 670))));

    [Fact]
    public void Letters_that_are_hidden_from_one_of_them_differ() =>
        Assert.Equal(TestimonyAnswer.Other, Ask(_amount, Line("159.24", 100, 700), [.. Line("159.24", 100, 700).Select(letter => letter with { Hidden = Hidden.Covered })]).Answer);

    [Fact]
    public void Widths_from_other_sources_and_folded_radicals_are_no_difference()
    {
        Letter[] wider = [.. Line("159.24", 100, 700).Select((letter, i) => letter with { X = letter.X + (0.3f * i), Box = letter.Box with { Left = letter.Box.Left + (0.3f * i), Right = letter.Box.Right + (0.3f * i) } })];

        Assert.Equal(TestimonyAnswer.Same, Ask(_amount, Line("159.24", 100, 700), wider).Answer);
        Assert.Equal(TestimonyAnswer.Same, Ask(_amount, Line("⼀", 100, 700), Line("一", 100, 700)).Answer);
    }

    [Fact]
    public void A_page_that_is_written_sideways_is_compared_along_its_text()
    {
        Letter[] up = [.. "159.24".Select((character, i) => new Letter(character.ToString(), new Box(700, 100 + (5 * i), 710, 105 + (5 * i)), 710, 100 + (5 * i), 10, 90, false, Hidden.No))];
        CellReference cell = _amount with { Box = new Box(700, 100, 710, 130) };

        Assert.Equal(TestimonyAnswer.Same, Ask(cell, up, up).Answer);
        Assert.Equal((TestimonyAnswer.Other, "159.2"), Said(Ask(cell, up, up[..^1])));
    }

    [Theory]
    [InlineData("支出预算159.24万元，", "比上年增加1.00万元。", TestimonyAnswer.Same)]
    [InlineData("支出预算159.24万元，", "比上年减少1.00万元。", TestimonyAnswer.Other)]
    [InlineData("支出预算159.25万元，", "比上年增加1.00万元。", TestimonyAnswer.Other)]
    [InlineData("收入预算159.24万元，", "比上年增加1.00万元。", TestimonyAnswer.Other)]
    public void Of_a_sentence_every_letter_counts_on_all_of_its_lines(string first, string second, TestimonyAnswer expected) =>
        Assert.Equal(expected, Ask(
            _told, [.. Line("支出预算159.24万元，", 100, 700), .. Line("比上年增加1.00万元。", 100, 680)], [.. Line(first, 100, 700), .. Line(second, 100, 680)]).Answer);

    [Theory]
    [InlineData("支出预算159.24万元，", TestimonyAnswer.Same)]
    [InlineData("收入预算159.24万元，", TestimonyAnswer.Other)]
    public void Of_a_sentence_that_goes_over_the_page_the_line_with_the_number_counts(string theirs, TestimonyAnswer expected) =>
        Assert.Equal(expected, Ask(_told, Line("支出预算159.24万元，", 100, 700), Line(theirs, 100, 700)).Answer);

    [Fact]
    public void A_page_that_the_second_reads_in_part_proves_nothing_by_what_it_lacks()
    {
        var damage = new Diagnostic("damaged-content", Severity.Error, new Phrase("读不全", "in part"), 1);
        using var lacking = new LetterWitness(new Fake(Page(Line("159.24", 100, 700))), new Fake(Page([]) with { Diagnostics = [damage] }), default, ReadingOptions.Default);
        using var whole = new LetterWitness(new Fake(Page(Line("159.24", 100, 700))), new Fake(Page(Line("159.24", 100, 700)) with { Diagnostics = [damage] }), default, ReadingOptions.Default);

        Assert.Equal(TestimonyAnswer.Silent, lacking.Ask(_amount, default).Answer);
        Assert.Equal("in part", lacking.Silence?.English);
        Assert.Equal(TestimonyAnswer.Same, whole.Ask(_amount, default).Answer);
        Assert.Null(whole.Silence);
    }

    [Fact]
    public void A_file_that_the_second_refuses_is_tried_once_and_the_reason_kept()
    {
        var refusing = new Fake(null);
        using var witness = new LetterWitness(new Fake(Page([])), refusing, default, ReadingOptions.Default);

        Assert.Equal(TestimonyAnswer.Silent, witness.Ask(_amount, default).Answer);
        Assert.Equal(TestimonyAnswer.Silent, witness.Ask(_amount with { Page = 2 }, default).Answer);
        Assert.Equal((1, "refused"), (refusing.Opened, witness.Silence?.English));
    }

    [Fact]
    public void Nothing_is_opened_before_the_first_question_and_a_row_that_stands_nowhere_is_none()
    {
        var second = new Fake(Page([]));
        using var witness = new LetterWitness(new Fake(Page([])), second, default, ReadingOptions.Default);

        Assert.Equal(TestimonyAnswer.Same, witness.Ask(_amount with { Page = null, Box = null }, default).Answer);
        Assert.Equal(0, second.Opened);
    }

    [Fact]
    public void Where_the_first_reader_has_left_the_page_to_the_second_there_is_no_witness()
    {
        Page page = Page(Line("159.24", 100, 700)) with { Diagnostics = [new Diagnostic(LetterWitness.ReadByTheOther, Severity.Warning, new Phrase("", ""), 1)] };
        using var witness = new LetterWitness(new Fake(page), new Fake(page), default, ReadingOptions.Default);

        Assert.Equal(TestimonyAnswer.Silent, witness.Ask(_amount, default).Answer);
    }

    private static (TestimonyAnswer Answer, string? Text) Said(Testimony testimony) => (testimony.Answer, testimony.Text);

    private static Testimony Ask(CellReference figure, Letter[] ours, Letter[] theirs)
    {
        using var witness = new LetterWitness(new Fake(Page(ours)), new Fake(Page(theirs)), default, ReadingOptions.Default);
        return witness.Ask(figure, default);
    }

    private static Letter[] Line(string text, float x, float y) =>
        [.. text.Select((character, i) => new Letter(character.ToString(), new Box(x + (5 * i), y, x + 5 + (5 * i), y + 10), x + (5 * i), y + 2, 10, 0, false, Hidden.No))];

    private static Page Page(Letter[] letters) => new()
    {
        Number = 1, Width = 600, Height = 800, Visible = new Box(0, 0, 600, 800), Rotation = 0, Letters = [.. letters],
        Rulings = [], Fills = [], Images = [], ImageOnly = false, Diagnostics = [],
    };

    /// <param name="page">The only page; null: the file is refused.</param>
    private sealed class Fake(Page? page) : IPdfReader
    {
        public int Opened { get; private set; }

        public string Id => "fake-1";

        public IPdfDocument Open(ReadOnlyMemory<byte> file, ReadingOptions options, CancellationToken cancellation = default)
        {
            Opened++;
            return page is null ? throw new PdfReadException(ReadFailure.Damaged, new Phrase("拒读", "refused")) : new Document(page);
        }
    }

    private sealed class Document(Page page) : IPdfDocument
    {
        public int PageCount => 1;

        public DocumentProperties Properties { get; } = new(null, null, null, false);

        public IReadOnlyList<Diagnostic> Diagnostics => [];

        public Page ReadPage(int number, CancellationToken cancellation = default) => page;

        public void Dispose()
        {
        }
    }
}
