using Ingest.Ocr.Imaging;
using Ingest.Ocr.Layout;
using Ingest.Ocr.Models;
using Ingest.Ocr.Recognition;

namespace Ingest.Ocr.Tests.Recognition;

/// <summary>Lines twenty pixels high, whose letters are twenty wide and two apart.</summary>
public class LineWordsTests
{
    [Fact]
    public void Texts_of_two_columns_that_were_read_together_stand_apart()
    {
        (Area place, LineReading reading, LineWords words) = Line("工资", 12, "商品");

        Assert.Equal([(new Area(10, 10, 52, 30), "工资"), (new Area(64, 10, 106, 30), "商品")], words.Of(place, reading).AsEnumerable());
        Assert.Equal([place], words.FiguresApart(place, reading).Select(part => part.Place));
    }

    /// <summary>A quotation mark has its ink at one side of its place.</summary>
    [Fact]
    public void The_empty_half_of_a_sign_parts_no_words()
    {
        (Area place, LineReading reading, LineWords words) = Line("拨款“", 12, "三公");

        Assert.Empty(words.Of(place, reading));
    }

    /// <summary>目 fills the middle of its place; what it leaves free at both sides is no gap between columns.</summary>
    [Fact]
    public void A_narrow_letter_parts_no_words()
    {
        (Area place, LineReading reading, LineWords words) = Line("项目", 6, "支出", narrow: '目');

        Assert.Empty(words.Of(place, reading));
    }

    /// <summary>Amounts end at the right edge of a column, and the names of the next one begin at its left edge.</summary>
    [Theory]
    [InlineData("基本")]
    // 一 as recognisers read it beside figures.
    [InlineData("-基本")]
    public void An_amount_close_to_the_next_name_is_to_be_read_by_itself(string name)
    {
        (Area place, LineReading reading, LineWords words) = Line("5.26", 9, name);

        Assert.Equal(2, words.FiguresApart(place, reading).Count());
    }

    [Fact]
    public void A_number_that_is_no_amount_stays_with_its_unit()
    {
        (Area place, LineReading reading, LineWords words) = Line("2024", 9, "年度");

        Assert.Equal([place], words.FiguresApart(place, reading).Select(part => part.Place));
    }

    [Fact]
    public void A_figure_beside_a_text_is_to_be_read_by_itself()
    {
        (Area place, LineReading reading, LineWords words) = Line("201", 14, "公共");

        (Area Place, LineReading? Reading)[] parts = [.. words.FiguresApart(place, reading)];

        Assert.Equal([new Area(10, 10, 74, 30), new Area(88, 10, 130, 30)], parts.Select(part => part.Place));
        Assert.Null(parts[0].Reading);
        Assert.Equal("公共", parts[1].Reading!.Text);
    }

    /// <summary>A minus apart from its digits is no column of its own: it would be lost.</summary>
    [Fact]
    public void A_sign_stays_with_its_figure()
    {
        (Area place, LineReading reading, LineWords words) = Line("-", 14, "47");

        Assert.Equal([place], words.FiguresApart(place, reading).Select(part => part.Place));
    }

    private static (Area Place, LineReading Reading, LineWords Words) Line(string left, int gap, string right, char? narrow = null)
    {
        var page = new Drawing(400, 60);
        var letters = new List<(string Text, int Left)>();
        int x = 10;
        foreach (char letter in left + right)
        {
            if (letters.Count == left.Length)
                x += gap - 2;
            // The ink of a narrow letter is a third of its place.
            page.Box(letter == narrow ? x + 7 : x, 10, letter == narrow ? x + 13 : x + 20, 30);
            letters.Add((letter.ToString(), x));
            x += 22;
        }

        var place = new Area(10, 10, x - 2, 30);
        // Positions are those of the cut, which has a margin at both ends.
        double margin = Cut.First.Margin * 20, width = place.Width + (2 * margin);
        var reading = new LineReading([.. letters.Select(letter => new CharacterReading(letter.Text, 1, (float)((letter.Left + 10 - place.Left + margin) / width), null, 0))], []);
        return (place, reading, new LineWords(new TextFinder(page.Ink, 2)));
    }
}
