using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Contract.Documents.Json;
using Ingest.Contract.Text;

namespace Ingest.App.Readers;

/// <summary>A report as written by its writer.</summary>
/// <param name="Extension">With the dot.</param>
internal sealed record ReportFile(string Extension, ReadOnlyMemory<byte> Bytes);

/// <summary>What a reader process says of a file: a document, or why there is none.</summary>
/// <param name="Document">A file that cannot be read as PDF still gives a document, which says why.</param>
/// <param name="Reason">Code; null when there is a document.</param>
internal sealed record ReadReply(BudgetDocument? Document, ImmutableArray<ReportFile> Reports, TimeSpan Elapsed, string? Reason, string? Message)
{
    public static ReadReply Of(BudgetDocument document, ImmutableArray<ReportFile> reports, TimeSpan elapsed) => new(document, reports, elapsed, null, null);

    public static ReadReply Failed(string reason, string message) => new(null, [], TimeSpan.Zero, reason, message);

    /// <param name="language">Of the document's diagnostics; the other one is not sent.</param>
    public byte[] ToBytes(Language language = Language.Chinese)
    {
        var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(Document is not null);
        if (Document is null)
        {
            writer.Write(Reason ?? "");
            writer.Write(Message ?? "");
            return bytes.ToArray();
        }

        writer.Write(Elapsed.Ticks);
        // Said before the document, for who does not unpack it.
        writer.Write(ReadFailures.OutOfTime(Document)?.Code ?? "");
        Write(writer, DocumentJson.ToBytes(Document, language: language));
        writer.Write(Reports.Length);
        foreach (ReportFile report in Reports)
        {
            writer.Write(report.Extension);
            Write(writer, report.Bytes.Span);
        }

        return bytes.ToArray();
    }

    public static ReadReply Parse(ReadOnlyMemory<byte> bytes)
    {
        using BinaryReader reader = PackedReply.Open(bytes);
        if (!reader.ReadBoolean())
            return Failed(reader.ReadString(), reader.ReadString());
        var elapsed = TimeSpan.FromTicks(reader.ReadInt64());
        reader.ReadString();
        BudgetDocument document = DocumentJson.Read(Next());
        var reports = ImmutableArray.CreateBuilder<ReportFile>(reader.ReadInt32());
        for (int i = 0; i < reports.Capacity; i++)
            reports.Add(new ReportFile(reader.ReadString(), Next()));
        return Of(document, reports.ToImmutable(), elapsed);

        ReadOnlyMemory<byte> Next()
        {
            int length = reader.ReadInt32();
            ReadOnlyMemory<byte> part = bytes.Slice((int)reader.BaseStream.Position, length);
            reader.BaseStream.Position += length;
            return part;
        }
    }

    private static void Write(BinaryWriter writer, ReadOnlySpan<byte> bytes)
    {
        writer.Write(bytes.Length);
        writer.Write(bytes);
    }
}
