using Ingest.Contract.Text;

namespace Ingest.App.Readers;

/// <summary>A file to read.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="FileName">What it was called when it came in.</param>
/// <param name="Opinion">Of another reader, to compare with; null when none was asked.</param>
internal sealed record ReadRequest(string Path, string FileName, Opinion? Opinion = null)
{
    /// <param name="language">Of the opinion's diagnostics; the other one is not sent.</param>
    public byte[] ToBytes(Language language = Language.Chinese)
    {
        var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(Path);
        writer.Write(FileName);
        writer.Write(Opinion is not null);
        if (Opinion is not null)
        {
            writer.Write(Opinion.Reader);
            writer.Write(Opinion.Reply.ToBytes(language));
        }

        return bytes.ToArray();
    }

    public static ReadRequest Parse(ReadOnlyMemory<byte> bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes.ToArray()));
        var request = new ReadRequest(reader.ReadString(), reader.ReadString());
        return reader.ReadBoolean()
            ? request with { Opinion = new Opinion(reader.ReadString(), ReadReply.Parse(bytes[(int)reader.BaseStream.Position..])) }
            : request;
    }
}
