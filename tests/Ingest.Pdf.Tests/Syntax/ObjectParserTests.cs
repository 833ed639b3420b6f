using System.Globalization;
using System.Text;
using FsCheck.Xunit;
using Ingest.Contract.Pages;
using Ingest.Pdf.Limits;
using Ingest.Pdf.Objects;
using Ingest.Pdf.Syntax;

namespace Ingest.Pdf.Tests.Syntax;

public sealed class ObjectParserTests
{
    [Theory]
    [InlineData("<< /A 1 /B [ 2 (x) <4142> ] /C << /D true >> >>", "{A:1 B:[2 (x) (AB)] C:{D:true}}")]
    [InlineData("[1 0 R 2 3 4 0 R null false]", "[1R 2 3 4R null false]")]
    [InlineData("12 0 R", "12R")]
    [InlineData("12 0", "12")]
    [InlineData("/Name#20with#2Fhash", "/Name with/hash")]
    [InlineData("/Odd#G1#", "/Odd#G1#")]
    [InlineData("<< /A 1 /A 2 >>", "{A:2}")]
    // Damage.
    [InlineData("<< /A 1 /B", "{A:1 B:null}")]
    [InlineData("[1 [2 3", "[1 [2 3]]")]
    [InlineData("<< /A [1 2 >> endobj", "{A:[1 2]}")]
    [InlineData("[ << /A 1 ] 7", "[{A:1}]")]
    [InlineData("<< /A 1 endobj 5 0 obj", "{A:1}")]
    [InlineData("<< /A junk /B 2 >>", "{A:null B:2}")]
    [InlineData("<< 1 2 /A 3 >>", "{A:3}")]
    [InlineData("[ R 1 R ]", "[null 1 null]")]
    [InlineData("[ -1 0 R 1.5 0 R ]", "[-1 0 null 1.5 0 null]")]
    [InlineData("[ 1 } { 2 ]", "[1 2]")]
    public void An_object_is_read_as_far_as_it_goes(string text, string expected) =>
        Assert.Equal(expected, Describe(Parse(text, out _)));

    [Theory]
    [InlineData("")]
    [InlineData("   % nothing")]
    [InlineData("endobj")]
    [InlineData("]")]
    [InlineData(">>")]
    public void Where_there_is_no_object_there_is_none(string text) => Assert.Null(Parse(text, out _));

    [Fact]
    public void The_position_afterwards_is_behind_the_object()
    {
        Parse("[1 2] 3", out int position);

        Assert.Equal(5, position);
    }

    [Fact]
    public void A_string_without_escapes_is_not_copied()
    {
        byte[] data = "(text)"u8.ToArray();
        int position = 0;

        var text = (PdfString)Parser().Parse(data, ref position)!;

        Assert.True(text.Bytes.Span.Overlaps(data));
    }

    [Fact]
    public void What_nests_deeper_than_the_limit_is_null_and_said()
    {
        ObjectParser parser = Parser(new ReadingLimits { Depth = 3 });
        int position = 0;

        PdfObject? parsed = parser.Parse("[1 [2 [3 [4]]]]"u8.ToArray(), ref position);

        Assert.Equal("[1 [2 [3 null]]]", Describe(parsed));
        Assert.Equal("limit-depth", parser.LimitMet?.Code);
    }

    [Fact]
    public void A_million_opening_brackets_are_no_harm()
    {
        PdfObject? parsed = Parse(new string('[', 1_000_000), out int position);

        Assert.IsType<PdfArray>(parsed);
        Assert.Equal(1_000_000, position);
    }

    [Fact]
    public void Closing_brackets_of_the_other_kind_do_not_cost_a_search_each()
    {
        string text = new string('[', 200_000) + string.Concat(Enumerable.Repeat(">>", 200_000));

        Assert.IsType<PdfArray>(Parse(text, out _));
    }

    [Fact]
    public void An_object_with_more_parts_than_the_limit_is_cut_off_and_said()
    {
        ObjectParser parser = Parser(new ReadingLimits { Objects = 4 });
        int position = 0;

        var parsed = (PdfArray)parser.Parse("[1 2 3 4 5 6 7 8]"u8.ToArray(), ref position)!;

        Assert.True(parsed.Count < 8);
        Assert.Equal("limit-objects", parser.LimitMet?.Code);
    }

    [Property(MaxTest = 1000)]
    public bool Any_bytes_are_parsed_without_harm(byte[] bytes)
    {
        int position = 0;
        Parser().Parse(bytes, ref position);
        return position <= bytes.Length;
    }

    private static ObjectParser Parser(ReadingLimits? limits = null) =>
        new(new NamePool(), new ReadingBudget(new ReadingOptions { Limits = limits ?? new ReadingLimits() }));

    private static PdfObject? Parse(string text, out int position)
    {
        position = 0;
        return Parser().Parse(PdfBuilder.Latin(text), ref position);
    }

    private static string Describe(PdfObject? value) => value switch
    {
        PdfNumber number => number.Value.ToString(CultureInfo.InvariantCulture),
        PdfName name => "/" + name.Value,
        PdfString text => $"({Encoding.Latin1.GetString(text.Bytes.Span)})",
        PdfBoolean boolean => boolean.Value ? "true" : "false",
        PdfReference reference => $"{reference.Number}R",
        PdfArray array => $"[{string.Join(' ', array.Items.Select(Describe))}]",
        PdfDictionary dictionary => $"{{{string.Join(' ', dictionary.Entries.Select(entry => $"{entry.Key}:{Describe(entry.Value)}"))}}}",
        _ => "null",
    };
}
