using System.Text;
using Ingest.Contract.Pages;
using Ingest.Pdf.Objects;
using Ingest.Pdf.Tests.Objects;

namespace Ingest.Pdf.Tests.Filters;

public sealed class StreamDecoderTests
{
    private static readonly byte[] _hello = "Hello"u8.ToArray();

    [Fact]
    public void A_stream_without_a_filter_is_its_bytes() => Assert.Equal("Hello", Decode("", _hello));

    [Fact]
    public void Filters_are_undone_in_their_order()
    {
        string hex = Convert.ToHexString(PdfBuilder.Deflate(_hello)) + ">";

        Assert.Equal("Hello", Decode("/Filter [/ASCIIHexDecode /FlateDecode]", PdfBuilder.Latin(hex)));
    }

    [Theory]
    [InlineData("/Filter /AHx", "48656C6C6F>")]
    [InlineData("/F /AHx", "48656C6C6F>")]
    [InlineData("/Filter [/A85]", "87cURDZ~>")]
    [InlineData("/Filter [/RL /AHx]", "\u000948656C6C6F")]
    [InlineData("/Filter [null /ASCIIHexDecode]", "48656C6C6F>")]
    [InlineData("/Filter []", "Hello")]
    [InlineData("/Filter /Crypt", "Hello")]
    public void Names_may_be_abbreviated_and_lists_empty(string entries, string data) =>
        Assert.Equal("Hello", Decode(entries, PdfBuilder.Latin(data)));

    [Theory]
    [InlineData("DCTDecode", false)]
    [InlineData("JPXDecode", false)]
    [InlineData("JBIG2Decode", false)]
    [InlineData("CCITTFaxDecode", false)]
    [InlineData("Unheard-of", true)]
    public void Image_filters_and_unknown_ones_give_nothing_and_unknown_ones_are_reported(string name, bool reported)
    {
        OpenedFile file = Open($"/Filter /{name}", _hello);

        Assert.Empty(Decode(file));
        Assert.Equal(reported ? ["unknown-filter"] : [], file.Codes);
    }

    [Fact]
    public void A_predictor_is_undone_after_the_filter()
    {
        byte[] rows = [2, (byte)'H', (byte)'e', 2, 'l' - 'H', 'l' - 'e'];

        Assert.Equal("Hell", Decode("/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 2 >>", PdfBuilder.Deflate(rows)));
    }

    [Fact]
    public void Parameters_are_those_of_the_filter_at_the_same_place()
    {
        byte[] rows = [2, (byte)'H', (byte)'e', 2, 'l' - 'H', 'l' - 'e'];
        string hex = Convert.ToHexString(PdfBuilder.Deflate(rows));

        Assert.Equal("Hell", Decode("/Filter [/AHx /Fl] /DecodeParms [null << /Predictor 12 /Columns 2 >>]", PdfBuilder.Latin(hex)));
    }

    [Fact]
    public void Lzw_has_its_own_parameter()
    {
        Assert.Equal("Hello", Decode("/Filter /LZWDecode", LzwWriter.Encode(_hello, earlyChange: true)));
        Assert.Equal("Hello", Decode("/Filter /LZWDecode /DecodeParms << /EarlyChange 0 >>", LzwWriter.Encode(_hello, earlyChange: false)));
    }

    [Fact]
    public void A_stream_above_the_limit_is_cut_off_and_said()
    {
        OpenedFile file = Open("/Filter /FlateDecode", PdfBuilder.Deflate(new byte[100_000]), new ReadingLimits { StreamBytes = 1000 });

        Assert.Equal(1000, Decode(file).Length);
        Assert.Equal(["limit-stream-bytes"], file.Codes);
    }

    [Fact]
    public void All_streams_together_keep_to_the_limit_of_the_file()
    {
        OpenedFile file = Open("/Filter [/Fl /Fl]", PdfBuilder.Deflate(PdfBuilder.Deflate(new byte[100_000])), new ReadingLimits { DecodedBytes = 5000 });

        Assert.True(Decode(file).Length < 5000);
        Assert.Equal(["limit-decoded-bytes"], file.Codes);
        Assert.Empty(file.Objects.Decode((PdfStream)file.Objects.Resolve(new PdfReference(21, 0))).ToArray());
    }

    [Fact]
    public void Bytes_decoded_for_once_are_the_same_and_hold_until_the_next_stream()
    {
        OpenedFile file = Open("/Filter [/AHx /Fl]", PdfBuilder.Latin(Convert.ToHexString(PdfBuilder.Deflate(_hello)) + ">"));
        var stream = (PdfStream)file.Objects.Resolve(new PdfReference(20, 0));

        Assert.Equal(_hello, file.Objects.DecodeBriefly(stream).ToArray());
        Assert.Equal([1, 2, 3], file.Objects.DecodeBriefly((PdfStream)file.Objects.Resolve(new PdfReference(21, 0))).ToArray());
        Assert.Equal(_hello, file.Objects.Decode(stream).ToArray());
    }

    [Fact]
    public void Large_streams_decoded_for_once_are_not_overwritten()
    {
        byte[] large = [.. Enumerable.Range(0, 3 << 20).Select(i => (byte)(i % 251))];
        OpenedFile file = Open("/Filter /Fl", PdfBuilder.Deflate(large));

        ReadOnlyMemory<byte> kept = file.Objects.DecodeBriefly((PdfStream)file.Objects.Resolve(new PdfReference(20, 0)));
        file.Objects.DecodeBriefly((PdfStream)file.Objects.Resolve(new PdfReference(21, 0)));

        Assert.True(kept.Span.SequenceEqual(large));
    }

    [Fact]
    public void Hundreds_of_filters_are_not_all_run()
    {
        string names = string.Concat(Enumerable.Repeat("/AHx ", 500));

        Assert.Equal("", Decode($"/Filter [{names}]", PdfBuilder.Latin("48>")));
    }

    private static OpenedFile Open(string entries, byte[] data, ReadingLimits? limits = null) => new(
        PdfBuilder.WithPages("").Stream(20, entries, data).Deflated(21, "", [1, 2, 3]).XrefTable().ToArray(),
        new ReadingOptions { Limits = limits ?? new ReadingLimits() });

    private static string Decode(string entries, byte[] data) => Decode(Open(entries, data));

    private static string Decode(OpenedFile file) =>
        Encoding.Latin1.GetString(file.Objects.Decode((PdfStream)file.Objects.Resolve(new PdfReference(20, 0))).Span);
}
