using Ingest.Ocr.Recognition;

namespace Ingest.Ocr.Tests.Recognition;

public class FigureTextTests
{
    [Theory]
    [InlineData("534.24", "534.24")]
    [InlineData("１，２３４．５６", "1,234.56")]
    [InlineData("-1·20", "-1.20")]
    [InlineData("49O.92", "490.92")]
    [InlineData("l2.5", "12.5")]
    [InlineData("（3.00）", "(3.00)")]
    [InlineData("42.593.92", "42,593.92")]
    [InlineData("1,234,56", "1,234.56")]
    [InlineData("1284810,00", "1284810.00")]
    [InlineData("0:00", "0.00")]
    [InlineData("0.00.", "0.00")]
    [InlineData("57,035", "57,035")]
    [InlineData("I", "1")]
    public void Figures_are_the_same_in_every_form(string read, string amount) =>
        Assert.Equal(amount, FigureText.Amount(read.Select(character => character.ToString())));

    [Theory]
    [InlineData("合计")]
    [InlineData("12月")]
    [InlineData("-")]
    [InlineData("lO")]
    [InlineData("")]
    public void Words_are_no_amount(string read) => Assert.Null(FigureText.Amount(read.Select(character => character.ToString())));

    [Theory]
    [InlineData("2024年预算534.24万元，增长12%。", "2024 534.24 12%")]
    [InlineData("共1,234人", "1234")]
    [InlineData("无数字", "")]
    public void Figures_of_a_sentence_are_told_apart_by_its_words(string sentence, string figures) =>
        Assert.Equal(figures, FigureText.Figures(sentence.Select(character => character.ToString())));
}

/// <summary>Marks of a figure, whatever was read there.</summary>
public class FigureShapesTests
{
    /// <summary>The foot of a 1 that print has parted from its stroke.</summary>
    [Fact]
    public void A_parted_serif_below_its_digit_is_no_point() =>
        Assert.False(new FigureShapes(new Drawing(200, 60).Box(12, 10, 18, 28).Box(10, 30, 20, 34).Box(24, 10, 34, 34).Ink)
            .Contradict(new Ingest.Ocr.Imaging.Area(10, 10, 34, 34), "12"));

    private static readonly Drawing _figure = new Drawing(200, 60)
        .Box(10, 10, 20, 34).Box(24, 10, 34, 34).Box(37, 30, 40, 34).Box(44, 10, 54, 34);

    [Theory]
    [InlineData("12.3", false)]
    [InlineData("123", true)]
    [InlineData("1.2", true)]
    // Marks of small print run together: fewer prove nothing.
    [InlineData("12.34", false)]
    public void Ink_with_a_mark_more_than_the_text_contradicts_it(string read, bool contradicted) =>
        Assert.Equal(contradicted, new FigureShapes(_figure.Ink).Contradict(new Ingest.Ocr.Imaging.Area(10, 10, 54, 34), read));
}
