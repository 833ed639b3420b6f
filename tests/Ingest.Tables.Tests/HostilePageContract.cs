using Ingest.Contract.Geometry;
using Ingest.Contract.Grids;
using Ingest.Contract.Pages;

namespace Ingest.Tables.Tests;

/// <summary>Pages that no printer ever made: each must come back, with its text, in bounded work.</summary>
public abstract class HostilePageContract(ITableFinder finder)
{
    [Fact]
    public void A_mesh_of_more_slots_than_any_table_is_given_up_and_its_text_kept()
    {
        var sheet = new Sheet(4000, 4000);
        for (int line = 0; line < 1000; line++)
            sheet.Across(4 * line, 0, 3996).Down(4 * line, 0, 3996);

        PageContent content = sheet.Text(10, 10, "合计", 3).Find(finder);

        Assert.Empty(content.Grids);
        Assert.Equal(["合计"], Printed.Lines(content));
    }

    [Fact]
    public void Lines_at_random_come_to_an_end()
    {
        var random = new Random(5);
        var rulings = new Ruling[200_000];
        for (int i = 0; i < rulings.Length; i++)
        {
            float start = random.NextSingle() * 500;
            rulings[i] = new Ruling(random.Next(2) == 0, random.NextSingle() * 800, start, start + random.NextSingle() * 300, 0);
        }

        PageContent content = new Sheet().WithRulings(rulings).Text(10, 10, "合计").Find(finder);

        IEnumerable<TextLine> all = content.Lines
            .Concat(content.Grids.SelectMany(grid => grid.Unplaced.Concat(grid.Cells.SelectMany(cell => cell.Lines))));
        Assert.Equal("合计", string.Concat(all.Select(line => line.Text)));
    }

    [Fact]
    public void Hundreds_of_thousands_of_letters_come_to_an_end()
    {
        var random = new Random(6);
        IEnumerable<Letter> letters = Enumerable.Range(0, 300_000).Select(_ =>
        {
            float x = random.NextSingle() * 590;
            float y = random.NextSingle() * 790;
            return new Letter(random.Next(3) == 0 ? "." : "7", new Box(x, y, x + 5, y + 10), x, y, 10, 0, false, Hidden.No);
        });

        PageContent content = new Sheet().Grid([100, 200, 300], [700, 500, 300]).WithLetters(letters).Find(finder);

        Assert.Single(content.Grids);
    }

    [Fact]
    public void Letters_all_in_one_place_come_to_an_end()
    {
        IEnumerable<Letter> letters = Enumerable.Repeat(
            new Letter("7", new Box(150, 690, 155, 700), 150, 690, 10, 0, false, Hidden.No), 100_000);

        PageContent content = new Sheet().Grid([100, 200, 300], [720, 680]).WithLetters(letters).Find(finder);

        Assert.Equal(100_000, content.Grids[0].Cells[0].Text.Length);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(1e30f)]
    [InlineData(-1e30f)]
    public void Numbers_out_of_this_world_do_no_harm(float wild)
    {
        Page page = new Sheet().Grid([100, 200, 300], [700, 680]).Text(102, 686, "合计")
            .WithLetters([new Letter("9", new Box(wild, wild, wild, wild), wild, wild, wild, wild, false, Hidden.No)])
            .WithRulings([new Ruling(true, wild, 0, wild, wild), new Ruling(false, 150, -wild, wild, 0)])
            .Fill(new Box(-wild, -wild, wild, wild))
            .Build();

        Assert.Contains(finder.Find(page).Grids.SelectMany(grid => grid.Cells), cell => cell.Text == "合计");
    }

    [Fact]
    public void Cancelling_stops_it()
    {
        Page page = new Sheet().Grid([100, 200, 300], [700, 680]).Text(102, 686, "合计").Build();

        Assert.Throws<OperationCanceledException>(() => finder.Find(page, new CancellationToken(canceled: true)));
    }
}
