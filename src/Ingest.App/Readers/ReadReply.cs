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
        using var reader = new BinaryReader(new MemoryStream(bytes.ToArray()));
        if (!reader.ReadBoolean())
            return Failed(reader.ReadString(), reader.ReadString());
        var elapsed = TimeSpan.FromTicks(reader.ReadInt64());
        BudgetDocument document = DocumentJson.Read(reader.ReadBytes(reader.ReadInt32()));
        var reports = ImmutableArray.CreateBuilder<ReportFile>(reader.ReadInt32());
        for (int i = 0; i < reports.Capacity; i++)
            reports.Add(new ReportFile(reader.ReadString(), reader.ReadBytes(reader.ReadInt32())));
        return Of(document, reports.ToImmutable(), elapsed);
    }

    private static void Write(BinaryWriter writer, ReadOnlySpan<byte> bytes)
    {
        writer.Write(bytes.Length);
        writer.Write(bytes);
    }
}
