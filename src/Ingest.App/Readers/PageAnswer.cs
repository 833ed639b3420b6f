using System.Collections.Immutable;
using Ingest.Contract.Pages;
using Ingest.Contract.Text;

namespace Ingest.App.Readers;

/// <summary>A page as it was read, and all that the reader has had to say of the file so far.</summary>
internal sealed record PageAnswer(Page Page, ImmutableArray<Diagnostic> OfFile)
{
    public byte[] ToBytes()
    {
        var bytes = new MemoryStream((Page.Letters.Length * 48) + 1024);
        using var writer = new BinaryWriter(bytes);
        writer.Write(Page.Number);
        writer.Write(Page.Width);
        writer.Write(Page.Height);
        writer.Write(Page.Visible);
        writer.Write(Page.Rotation);
        writer.Write(Page.ImageOnly);
        writer.Write(Page.Letters, PageBytes.Write);
        writer.Write(Page.Rulings, PageBytes.Write);
        writer.Write(Page.Fills, PageBytes.Write);
        writer.Write(Page.Images, PageBytes.Write);
        writer.Write(Page.Shapes, PageBytes.Write);
        writer.Write(Page.Recognised, PageBytes.Write);
        writer.Write(Page.Skew);
        writer.Write(Page.Diagnostics);
        writer.Write(OfFile);
        return bytes.ToArray();
    }

    public static PageAnswer Parse(ReadOnlyMemory<byte> bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes.ToArray()));
        var page = new Page
        {
            Number = reader.ReadInt32(),
            Width = reader.ReadSingle(),
            Height = reader.ReadSingle(),
            Visible = reader.ReadBox(),
            Rotation = reader.ReadInt32(),
            ImageOnly = reader.ReadBoolean(),
            Letters = reader.ReadItems(PageBytes.ReadLetter),
            Rulings = reader.ReadItems(PageBytes.ReadRuling),
            Fills = reader.ReadItems(PageBytes.ReadFill),
            Images = reader.ReadItems(PageBytes.ReadBox),
            Shapes = reader.ReadItems(PageBytes.ReadBox),
            Recognised = reader.ReadItems(PageBytes.ReadRecognised),
            Skew = reader.ReadSingle(),
            Diagnostics = reader.ReadDiagnostics(),
        };
        return new PageAnswer(page, reader.ReadDiagnostics());
    }
}
