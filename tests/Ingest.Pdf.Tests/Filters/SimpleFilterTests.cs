using FsCheck.Xunit;
using Ingest.Pdf.Filters;

namespace Ingest.Pdf.Tests.Filters;

public sealed class SimpleFilterTests
{
    [Theory]
    [InlineData("48656C6C6F>", "Hello")]
    [InlineData("48 65\n6c 6C 6f >junk 41", "Hello")]
    [InlineData("487>", "Hp")]
    [InlineData("4865", "He")]
    [InlineData(">", "")]
    [InlineData("", "")]
    public void Hexadecimal_digits_are_bytes(string text, string expected) =>
        Assert.Equal(expected, Decoding.Text((output, _) => AsciiHexFilter.Decode(PdfBuilder.Latin(text), output)).Text);

    [Theory]
    // 87cURDZ… is "Hello" as every implementation of the encoding gives it.
    [InlineData("87cURDZ~>", "Hello")]
    [InlineData("<~87cURDZ~>", "Hello")]
    [InlineData("87 cU\nRD Z~>", "Hello")]
    [InlineData("87cURDZ", "Hello")]
    [InlineData("z87cURDZ~>", "\0\0\0\0Hello")]
    [InlineData("~>", "")]
    [InlineData("8~>", "")]
    public void Five_digits_of_base_85_are_four_bytes(string text, string expected) =>
        Assert.Equal(expected, Decoding.Text((output, _) => Ascii85Filter.Decode(PdfBuilder.Latin(text), output)).Text);

    [Fact]
    public void A_digit_that_is_none_is_passed_over_and_said() =>
        Assert.Equal(("Hello", false), Decoding.Text((output, _) => Ascii85Filter.Decode("87c\u007fURDZ~>"u8, output)));

    [Theory]
    [InlineData(new byte[] { 2, 65, 66, 67, 254, 120, 128, 9 }, "ABCxxx", true)]
    [InlineData(new byte[] { 0, 65 }, "A", true)]
    [InlineData(new byte[] { 129, 66 }, "BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB", true)]
    [InlineData(new byte[] { 5, 65, 66 }, "AB", false)]
    [InlineData(new byte[] { 200 }, "", false)]
    [InlineData(new byte[0], "", true)]
    public void Runs_are_copied_or_repeated(byte[] data, string expected, bool sound) =>
        Assert.Equal((expected, sound), Decoding.Text((output, _) => RunLengthFilter.Decode(data, output)));

    // The example of ISO 32000-1, 7.4.4.2.
    [Fact]
    public void The_example_of_the_standard_decodes_from_lzw()
    {
        byte[] data = [0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01];

        (byte[] bytes, bool sound, _) = Decoding.Run((output, _) => LzwFilter.Decode(data, output, earlyChange: true));

        Assert.True(sound);
        Assert.Equal([45, 45, 45, 45, 45, 65, 45, 45, 45, 66], bytes);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Lzw_codes_grow_and_the_table_is_cleared(bool earlyChange)
    {
        var random = new Random(5);
        byte[] data = [.. Enumerable.Range(0, 30_000).Select(i => (byte)(i % 7 == 0 ? random.Next(256) : i % 50))];

        (byte[] bytes, bool sound, _) = Decoding.Run((output, _) => LzwFilter.Decode(LzwWriter.Encode(data, earlyChange), output, earlyChange));

        Assert.True(sound);
        Assert.Equal(data, bytes);
    }

    [Property(MaxTest = 300)]
    public bool Anything_encoded_comes_back_from_lzw(byte[] data, bool earlyChange) =>
        Decoding.Run((output, _) => LzwFilter.Decode(LzwWriter.Encode(data, earlyChange), output, earlyChange)).Bytes.SequenceEqual(data);

    [Property(MaxTest = 1000)]
    public bool Any_bytes_are_decoded_without_harm(byte[] data)
    {
        Decoding.Run((output, _) => LzwFilter.Decode(data, output, earlyChange: true));
        Decoding.Run((output, _) => Ascii85Filter.Decode(data, output));
        Decoding.Run((output, _) => AsciiHexFilter.Decode(data, output));
        Decoding.Run((output, _) => RunLengthFilter.Decode(data, output));
        return true;
    }

    [Fact]
    public void A_code_that_the_lzw_table_lacks_ends_decoding()
    {
        // Clear, 'A', then 300 while the table ends at 258.
        byte[] data = LzwWriter.Pack([(256, 9), ('A', 9), (300, 9), ('B', 9)]);

        (byte[] bytes, bool sound, _) = Decoding.Run((output, _) => LzwFilter.Decode(data, output, earlyChange: true));

        Assert.False(sound);
        Assert.Equal("A"u8.ToArray(), bytes);
    }
}
