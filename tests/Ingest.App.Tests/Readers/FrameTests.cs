using Ingest.App.Readers;
using Ingest.Contract.Documents;
using Ingest.Contract.Documents.Json;
using Ingest.Contract.Text;

namespace Ingest.App.Tests.Readers;

public class FrameTests
{
    [Fact]
    public async Task A_frame_arrives_as_it_was_sent_and_the_end_of_the_stream_is_none()
    {
        using var stream = new MemoryStream();
        await new Frame(FrameKind.Request, "预算"u8.ToArray()).WriteAsync(stream, default);
        await new Frame(FrameKind.Ready, default).WriteAsync(stream, default);
        stream.Position = 0;

        Frame? first = await Frame.ReadAsync(stream, default), second = await Frame.ReadAsync(stream, default);

        Assert.Equal((FrameKind.Request, "预算"), (first!.Value.Kind, System.Text.Encoding.UTF8.GetString(first.Value.Payload.Span)));
        Assert.Equal((FrameKind.Ready, 0), (second!.Value.Kind, second.Value.Payload.Length));
        Assert.Null(await Frame.ReadAsync(stream, default));
    }

    [Theory]
    [InlineData(4, typeof(EndOfStreamException))]
    [InlineData(10, typeof(EndOfStreamException))]
    public async Task A_frame_that_breaks_off_is_not_taken_for_a_whole_one(int length, Type expected)
    {
        using var stream = new MemoryStream();
        await new Frame(FrameKind.Reply, new byte[100]).WriteAsync(stream, default);
        using var cut = new MemoryStream(stream.ToArray()[..length]);

        await Assert.ThrowsAsync(expected, () => Frame.ReadAsync(cut, default));
    }

    [Theory]
    [InlineData("Hello, I am no frame")]
    [InlineData("IF\u0004\0\u00ff\u00ff\u00ff\u007f")]
    [InlineData("IF\u0004\u0001\0\0\0\0")]
    public async Task What_is_no_frame_is_refused_before_anything_is_allocated_for_it(string text)
    {
        using var stream = new MemoryStream(System.Text.Encoding.Latin1.GetBytes(text));

        await Assert.ThrowsAsync<InvalidDataException>(() => Frame.ReadAsync(stream, default));
    }

    [Fact]
    public void A_reply_carries_document_reports_and_time()
    {
        BudgetDocument document = MadeDocument.Create("aa", findings: MadeDocument.Finding("X-01"));

        ReadReply reply = ReadReply.Parse(ReadReply.Of(document, [new ReportFile(".html", "<p>"u8.ToArray())], TimeSpan.FromMilliseconds(7)).ToBytes());

        Assert.Equal(DocumentJson.ToBytes(document), DocumentJson.ToBytes(reply.Document!));
        Assert.Equal((".html", TimeSpan.FromMilliseconds(7)), (Assert.Single(reply.Reports).Extension, reply.Elapsed));
        Assert.Null(reply.Reason);
    }

    [Fact]
    public void A_refusal_carries_its_reason()
    {
        PackedReply packed = PackedReply.Failed("time-limit", "太慢");
        ReadReply reply = packed.Unpack();

        Assert.Equal((null, "time-limit", "太慢"), (reply.Document, reply.Reason, reply.Message));
        Assert.Equal("time-limit", packed.Reason);
    }

    /// <summary>Bytes in the middle of others, as they come out of a file that holds more.</summary>
    [Theory]
    [InlineData("limit-page-time", "limit-page-time")]
    [InlineData("limit-file-time", "limit-file-time")]
    [InlineData("damaged", null)]
    public void What_a_packed_reply_says_of_its_document_is_seen_without_unpacking_it(string diagnostic, string? late)
    {
        BudgetDocument document = MadeDocument.Create("aa") with { Diagnostics = [new Diagnostic(diagnostic, Severity.Error, new Phrase("太慢", "too slow"))] };
        byte[] bytes = ReadReply.Of(document, [new ReportFile(".html", "<p>"u8.ToArray())], TimeSpan.FromMilliseconds(7)).ToBytes();

        var packed = new PackedReply(((byte[])[1, 2, 3, .. bytes, 4]).AsMemory(3, bytes.Length));

        Assert.Equal((null, late, TimeSpan.FromMilliseconds(7)), (packed.Reason, packed.Late, packed.Elapsed));
        Assert.Equal(DocumentJson.ToBytes(document), DocumentJson.ToBytes(packed.Unpack().Document!));
        Assert.Equal("<p>"u8.ToArray(), packed.Unpack().Reports.Single().Bytes.ToArray());
    }
}
