using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;
using Ingest.Pdf.Content;
using Ingest.Pdf.Limits;

namespace Ingest.Pdf.Tests.Content;

// A letter of size 10 is 5 wide; one shifted by less than 0.3 of that is the same one drawn again.
public abstract class RepeatedLetterContract(IPdfReader reader) : ContentContract(reader)
{
    [Theory]
    [InlineData("100 700 Td (7.5) Tj ET BT /F1 10 Tf 100 700 Td (7.5) Tj", "7.5")]
    [InlineData("100 700 Td (7.5) Tj ET BT /F1 10 Tf 100.4 700 Td (7.5) Tj ET BT /F1 10 Tf 100.4 700.3 Td (7.5) Tj", "7.5")]
    [InlineData("100 700 Td (7.5) Tj ET BT /F1 10 Tf 102 700 Td (7.5) Tj", "7.57.5")]
    [InlineData("100 700 Td (7.5) Tj ET BT /F1 10 Tf 100 690 Td (7.5) Tj", "7.57.5")]
    [InlineData("100 700 Td (11.71) Tj", "11.71")]
    [InlineData("100 700 Td -1 Tc (1111) Tj", "1111")]
    [InlineData("100 700 Td (a) Tj ET BT /F1 10 Tf 100 700 Td (b) Tj", "ab")]
    // A title over itself turned around is not the same letter.
    [InlineData("100 700 Td (a) Tj ET BT /F1 10 Tf 0 1 -1 0 100 700 Tm (a) Tj", "aa")]
    [InlineData("100 700 Td (a) Tj ET BT /F1 20 Tf 100 700 Td (a) Tj", "aa")]
    // Outlined on top of filled.
    [InlineData("100 700 Td (a) Tj ET BT /F1 10 Tf 2 Tr 100 700 Td (a) Tj", "a")]
    public void Only_letters_over_themselves_count_once(string operators, string expected)
    {
        Assert.Equal(expected, Read($"BT /F1 10 Tf {operators} ET").VisibleText());
    }

    [Theory]
    // The white halo is hidden, the text on it is not.
    [InlineData("1 g BT /F1 10 Tf 100 700 Td (5) Tj ET 0 g BT /F1 10 Tf 100.2 700 Td (5) Tj ET")]
    // The other way round, the hidden one says nothing new.
    [InlineData("BT /F1 10 Tf 100 700 Td (5) Tj ET BT 3 Tr /F1 10 Tf 100 700 Td (5) Tj ET")]
    public void Of_a_hidden_and_a_visible_one_the_visible_stays(string content)
    {
        Page page = Read(content);

        Assert.Equal(Hidden.No, Assert.Single(page.Letters).Hidden);
        Assert.Empty(page.Diagnostics);
    }

    [Fact]
    public void Spaces_count_once_too_but_two_in_a_row_are_two()
    {
        Page page = Read("BT /F1 10 Tf 100 700 Td (a  b) Tj ET BT /F1 10 Tf 100.3 700 Td (a  b) Tj ET");

        Assert.Equal("a  b", page.VisibleText());
    }

    [Theory]
    [InlineData(0.7f)]
    [InlineData(8f)]
    [InlineData(15.99f)]
    [InlineData(72f)]
    [InlineData(3000f)]
    public void A_shift_below_the_bound_is_found_wherever_it_falls(float size)
    {
        // Over some cells of the search net, in both directions.
        for (int step = 0; step < 50; step++)
        {
            var letters = new Buffer<PaintedLetter>(2);
            float x = step * size * 0.13f;
            letters.Add(LetterAt(x, -x, size));
            letters.Add(LetterAt(x + (size * 0.14f), -x - (size * 0.14f), size));
            letters.Add(LetterAt(x - (size * 0.14f), -x + (size * 0.14f), size));
            letters.Add(LetterAt(x + (size * 0.16f), -x, size));

            new RepeatedLetters(new ReadingBudget(ReadingOptions.Default)).Remove(letters);

            Assert.Equal(2, letters.Count);
        }
    }

    private static PaintedLetter LetterAt(float x, float y, float size) => new()
    {
        Text = "8", X = x, Y = y, Size = size, Box = new Box(x, y, x + (size / 2), y + size),
    };
}
