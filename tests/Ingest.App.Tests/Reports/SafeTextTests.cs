using Ingest.App.Words;

namespace Ingest.App.Tests.Reports;

public class SafeTextTests
{
    [Theory]
    [InlineData("一般公共服务支出", "一般公共服务支出")]
    [InlineData("𠮷林省", "𠮷林省")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Harmless_text_stays_as_it_is(string? text, string expected) => Assert.Equal(expected, SafeText.Of(text));

    [Theory]
    [InlineData("a\0b\u0001\u007F\u0085c", "abc")]
    [InlineData("上\n下\t右", "上 下 右")]
    [InlineData("a\uFFFEb\uFFFF", "a\uFFFDb\uFFFD")]
    public void What_a_file_cannot_hold_is_dropped_or_shown_as_missing(string text, string expected) => Assert.Equal(expected, SafeText.Of(text));

    /// <summary>No theory: an attribute cannot hold them.</summary>
    [Fact]
    public void Halves_of_surrogate_pairs_are_shown_as_missing()
    {
        Assert.Equal("\uFFFD", SafeText.Of("\uD842"));
        Assert.Equal("a\uFFFDb", SafeText.Of("a\uDC00b"));
    }

    [Fact]
    public void A_cut_goes_through_no_pair_of_surrogates()
    {
        Assert.Equal("a𠮷", SafeText.Cut("a𠮷林", 3));
        Assert.Equal("a", SafeText.Cut("a𠮷林", 2));
        Assert.Equal("a𠮷林", SafeText.Cut("a𠮷林", 4));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("\t=1", "' =1")]
    [InlineData("＝1", "'＝1")]
    public void What_a_spreadsheet_could_take_for_a_formula_is_led_by_an_apostrophe(string text, string expected) => Assert.Equal(expected, SafeText.Of(text));
}
