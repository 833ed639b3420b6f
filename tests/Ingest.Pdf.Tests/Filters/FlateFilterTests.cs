using System.IO.Compression;
using System.Text;
using FsCheck.Xunit;
using Ingest.Pdf.Filters;

namespace Ingest.Pdf.Tests.Filters;

public sealed class FlateFilterTests
{
    // Long enough for several blocks, regular enough for matches, irregular enough for literals.
    private static readonly byte[] _sample = Encoding.ASCII.GetBytes(
        string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i * 7919 % 10007}.{i % 13} ")));

    [Theory]
    [InlineData(CompressionLevel.NoCompression)]
    [InlineData(CompressionLevel.Fastest)]
    [InlineData(CompressionLevel.Optimal)]
    [InlineData(CompressionLevel.SmallestSize)]
    public void What_the_library_compresses_comes_back(CompressionLevel level)
    {
        (byte[] bytes, DecodeOutcome outcome, _) = Decode(Compress(_sample, level));

        Assert.Equal(DecodeOutcome.Whole, outcome);
        Assert.Equal(_sample, bytes);
    }

    [Property(MaxTest = 300)]
    public bool Anything_compressed_comes_back(byte[] data, int repeat, CompressionLevel level)
    {
        byte[] repeated = [.. Enumerable.Repeat(data, 1 + Math.Abs(repeat % 200)).SelectMany(part => part)];
        return Decode(Compress(repeated, level)) is { Outcome: DecodeOutcome.Whole } result && result.Bytes.SequenceEqual(repeated);
    }

    [Property(MaxTest = 2000)]
    public bool Any_bytes_are_decoded_without_harm(byte[] data) => Decode([0x78, 0x9C, .. data]).Bytes.Length <= 1 << 20;

    [Property(MaxTest = 500)]
    public bool A_flipped_bit_never_breaks_what_came_before_its_block(int place, int bit)
    {
        byte[] data = Compress(_sample, CompressionLevel.Fastest);
        int at = 2 + (Math.Abs(place % (data.Length - 2)));
        data[at] ^= (byte)(1 << (bit & 7));
        // Whatever the damage, the decoder ends and keeps to the limit; the bytes before the flip are unharmed.
        byte[] decoded = Decode(data).Bytes;
        int same = decoded.AsSpan().CommonPrefixLength(_sample);
        return same >= Math.Min(decoded.Length, SoundPrefix(data, at));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(20_000)]
    public void A_stream_cut_off_gives_what_is_left_and_says_so(int missing)
    {
        byte[] data = Compress(_sample, CompressionLevel.Optimal);
        // The last four bytes are the checksum, which nobody looks at.
        (byte[] bytes, DecodeOutcome outcome, _) = Decode(data[..^(4 + missing)]);

        Assert.Equal(DecodeOutcome.Damaged, outcome);
        Assert.True(bytes.AsSpan().SequenceEqual(_sample.AsSpan(0, bytes.Length)));
        Assert.True(bytes.Length > 0);
    }

    [Fact]
    public void A_missing_checksum_is_no_damage()
    {
        byte[] data = Compress(_sample, CompressionLevel.Optimal);

        Assert.Equal(DecodeOutcome.Whole, Decode(data[..^4]).Outcome);
    }

    [Theory]
    [InlineData(CompressionLevel.NoCompression)]
    [InlineData(CompressionLevel.Optimal)]
    public void A_wrong_checksum_is_said(CompressionLevel level)
    {
        byte[] data = Compress(_sample, level);
        data[^1] ^= 1;

        (byte[] bytes, DecodeOutcome outcome, _) = Decode(data);

        Assert.Equal(DecodeOutcome.Doubtful, outcome);
        Assert.Equal(_sample, bytes);
    }

    [Fact]
    public void A_digit_that_was_hit_is_noticed()
    {
        byte[] data = Compress("Total 1234.56"u8.ToArray(), CompressionLevel.NoCompression);
        data[^6]++;

        Assert.Equal(DecodeOutcome.Doubtful, Decode(data).Outcome);
    }

    [Fact]
    public void Deflate_without_a_zlib_header_is_read()
    {
        byte[] data = Compress(_sample, CompressionLevel.Optimal)[2..];

        Assert.Equal(_sample, Decode(data).Bytes);
    }

    [Fact]
    public void A_damaged_zlib_header_is_passed_over()
    {
        byte[] data = Compress(_sample, CompressionLevel.Optimal);
        data[0] = 0xFF;
        data[1] = 0xFF;

        Assert.Equal(_sample, Decode(data).Bytes);
    }

    [Fact]
    public void Garbage_in_the_middle_keeps_the_beginning()
    {
        byte[] data = Compress(_sample, CompressionLevel.Optimal);
        data.AsSpan(data.Length / 2, 64).Fill(0xFF);

        (byte[] bytes, DecodeOutcome outcome, _) = Decode(data);

        Assert.NotEqual(DecodeOutcome.Whole, outcome);
        Assert.True(bytes.AsSpan().CommonPrefixLength(_sample) > _sample.Length / 4);
    }

    [Fact]
    public void A_line_end_before_the_data_is_passed_over() =>
        Assert.Equal(_sample, Decode([.. "\r\n"u8, .. Compress(_sample, CompressionLevel.Optimal)]).Bytes);

    [Fact]
    public void The_limit_ends_a_bomb()
    {
        byte[] bomb = Compress(new byte[50_000_000], CompressionLevel.Optimal);

        (byte[] bytes, _, bool full) = Decoding.Run((output, budget) => new FlateFilter().Decode(bomb, output, budget), limit: 100_000);

        Assert.True(full);
        Assert.Equal(100_000, bytes.Length);
    }

    [Fact]
    public void Output_of_just_the_limit_is_whole()
    {
        byte[] data = Compress(_sample, CompressionLevel.Optimal);

        (byte[] bytes, DecodeOutcome outcome, bool full) = Decoding.Run((output, budget) => new FlateFilter().Decode(data, output, budget), _sample.Length);

        Assert.Equal(DecodeOutcome.Whole, outcome);
        Assert.False(full);
        Assert.Equal(_sample, bytes);
    }

    // How many bytes the library decodes of what stands before the damage.
    private static int SoundPrefix(byte[] data, int damagedAt)
    {
        using var inflater = new DeflateStream(new MemoryStream(data, 2, damagedAt - 2), CompressionMode.Decompress);
        var into = new byte[_sample.Length];
        int total = 0;
        try
        {
            for (int read; (read = inflater.Read(into, total, Math.Min(64, into.Length - total))) > 0;)
                total += read;
        }
        catch (InvalidDataException)
        {
            // The end of the part was the end of what is sound.
        }

        // A code may reach over the last byte of the part, and the longest match is 258.
        return Math.Max(0, total - 258);
    }

    private static (byte[] Bytes, DecodeOutcome Outcome, bool Full) Decode(byte[] data) =>
        Decoding.Run((output, budget) => new FlateFilter().Decode(data, output, budget));

    private static byte[] Compress(byte[] data, CompressionLevel level)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, level))
            zlib.Write(data);
        return compressed.ToArray();
    }
}
