using System.Collections.Immutable;
using System.Text.Json;
using Ingest.Contract.Documents;
using Ingest.Contract.Documents.Json;
using Ingest.Store;

namespace Ingest.App.Readers;

/// <summary>A file to read, and what its reports are to say beside what is read.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="FileName">What it was called when it came in.</param>
internal sealed record ReadRequest(string Path, string FileName)
{
    /// <summary>The file stays where it is; otherwise it goes to the archive under the name it came with. Reports lead to it.</summary>
    public bool Stays { get; init; }

    /// <summary>The last verdict on each finding, by its fingerprint.</summary>
    public IReadOnlyDictionary<string, Verdict> Verdicts { get; init; } = ImmutableDictionary<string, Verdict>.Empty;

    /// <summary>
    /// What is stored of the file: it is only reported on, and the file opened for its pictures; with corrections it is checked anew first.
    /// Null to read the file.
    /// </summary>
    public BudgetDocument? Stored { get; init; }

    /// <summary>Of the file as it was taken in; null where it is not known. It is how <see cref="CorrectedReading"/> finds what belongs to it, and stays in this process.</summary>
    public string? Sha256 { get; init; }

    /// <summary>What reviewers have typed in place of doubtful amounts of the file, oldest first.</summary>
    public ImmutableArray<FigureCorrection> Corrections { get; init; } = [];

    public byte[] ToBytes()
    {
        var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(Path);
        writer.Write(FileName);
        writer.Write(Stays);
        writer.Write(JsonSerializer.Serialize(Verdicts, ReaderJson.Default.IReadOnlyDictionaryStringVerdict));
        writer.Write(JsonSerializer.Serialize(Corrections, ReaderJson.Default.ImmutableArrayFigureCorrection));
        byte[] stored = Stored is null ? [] : DocumentJson.ToBytes(Stored);
        writer.Write(stored.Length);
        writer.Write(stored);
        return bytes.ToArray();
    }

    public static ReadRequest Parse(ReadOnlyMemory<byte> bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes.ToArray()));
        return new ReadRequest(reader.ReadString(), reader.ReadString())
        {
            Stays = reader.ReadBoolean(),
            Verdicts = JsonSerializer.Deserialize(reader.ReadString(), ReaderJson.Default.DictionaryStringVerdict)!,
            Corrections = JsonSerializer.Deserialize(reader.ReadString(), ReaderJson.Default.ImmutableArrayFigureCorrection),
            Stored = reader.ReadInt32() is var length and > 0 ? DocumentJson.Read(reader.ReadBytes(length)) : null,
        };
    }
}
