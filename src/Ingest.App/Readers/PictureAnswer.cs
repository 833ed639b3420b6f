using System.Collections.Immutable;
using Ingest.Contract.Pages;
using Ingest.Contract.Pictures;

namespace Ingest.App.Readers;

/// <summary>What was drawn, or why nothing was.</summary>
/// <param name="Picture">Null when there is none.</param>
/// <param name="Refusal">Null for a picture.</param>
internal sealed record PictureAnswer(PagePicture? Picture, PdfReadException? Refusal)
{
    public byte[] ToBytes()
    {
        var bytes = new MemoryStream((Picture?.Svg.Length ?? 0) + 1024);
        using var writer = new BinaryWriter(bytes);
        writer.WriteOrNull(Refusal);
        if (Picture is null)
            return bytes.ToArray();
        writer.Write(Picture.Svg.Length);
        writer.Write(Picture.Svg.Span);
        writer.Write(Picture.Width);
        writer.Write(Picture.Height);
        writer.Write(Picture.Shown);
        writer.Write(Picture.QuarterTurns);
        writer.Write(Picture.Diagnostics);
        return bytes.ToArray();
    }

    public static PictureAnswer Parse(ReadOnlyMemory<byte> bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes.ToArray()));
        return reader.ReadRefusalOrNull() is { } refusal
            ? new PictureAnswer(null, refusal)
            : new PictureAnswer(
                new PagePicture(reader.ReadBytes(reader.ReadInt32()), reader.ReadSingle(), reader.ReadSingle(), reader.ReadBox(), reader.ReadInt32(), reader.ReadDiagnostics()), null);
    }
}

/// <summary>The sizes of the pages of a file, or why they are not known.</summary>
internal sealed record SizesAnswer(ImmutableArray<PageSize> Sizes, PdfReadException? Refusal)
{
    public byte[] ToBytes()
    {
        var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.WriteOrNull(Refusal);
        writer.Write(Sizes, static (to, size) =>
        {
            to.Write(size.Width);
            to.Write(size.Height);
            to.Write(size.Rotation);
        });
        return bytes.ToArray();
    }

    public static SizesAnswer Parse(ReadOnlyMemory<byte> bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes.ToArray()));
        PdfReadException? refusal = reader.ReadRefusalOrNull();
        return new SizesAnswer(reader.ReadItems(static from => new PageSize(from.ReadSingle(), from.ReadSingle(), from.ReadInt32())), refusal);
    }
}
