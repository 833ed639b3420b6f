using System.Collections.Immutable;
using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;
using Ingest.Contract.Text;

namespace Ingest.App.Readers;

/// <summary>Letters, lines and what else is on pages, as they go from a reader process to the program.</summary>
internal static class PageBytes
{
    public static void WriteOrNull(this BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        if (text is not null)
            writer.Write(text);
    }

    public static string? ReadStringOrNull(this BinaryReader reader) => reader.ReadBoolean() ? reader.ReadString() : null;

    public static void WriteOrNull(this BinaryWriter writer, PdfReadException? refusal)
    {
        writer.Write(refusal is not null);
        if (refusal is null)
            return;
        writer.Write((int)refusal.Failure);
        writer.Write(refusal.Text.Chinese);
        writer.Write(refusal.Text.English);
    }

    public static PdfReadException? ReadRefusalOrNull(this BinaryReader reader) => reader.ReadBoolean()
        ? new PdfReadException((ReadFailure)reader.ReadInt32(), new Phrase(reader.ReadString(), reader.ReadString()))
        : null;

    public static void Write<T>(this BinaryWriter writer, ImmutableArray<T> items, Action<BinaryWriter, T> write)
    {
        writer.Write(items.Length);
        foreach (T item in items)
            write(writer, item);
    }

    public static ImmutableArray<T> ReadItems<T>(this BinaryReader reader, Func<BinaryReader, T> read)
    {
        int count = reader.ReadInt32();
        var items = ImmutableArray.CreateBuilder<T>();
        for (int i = 0; i < count; i++)
            items.Add(read(reader));
        return items.DrainToImmutable();
    }

    public static void Write(this BinaryWriter writer, Box box)
    {
        writer.Write(box.Left);
        writer.Write(box.Bottom);
        writer.Write(box.Right);
        writer.Write(box.Top);
    }

    public static Box ReadBox(this BinaryReader reader) => new(reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle());

    public static void Write(BinaryWriter writer, Letter letter)
    {
        writer.Write(letter.Text);
        writer.Write(letter.Box);
        writer.Write(letter.X);
        writer.Write(letter.Y);
        writer.Write(letter.Size);
        writer.Write(letter.Angle);
        writer.Write(letter.Vertical);
        writer.Write((byte)letter.Hidden);
    }

    public static Letter ReadLetter(BinaryReader reader) => new(
        reader.ReadString(), reader.ReadBox(), reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle(),
        reader.ReadBoolean(), (Hidden)reader.ReadByte());

    public static void Write(BinaryWriter writer, Ruling ruling)
    {
        writer.Write(ruling.IsHorizontal);
        writer.Write(ruling.At);
        writer.Write(ruling.Start);
        writer.Write(ruling.End);
        writer.Write(ruling.Thickness);
    }

    public static Ruling ReadRuling(BinaryReader reader) =>
        new(reader.ReadBoolean(), reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle());

    public static void Write(BinaryWriter writer, Fill fill)
    {
        writer.Write(fill.Box);
        writer.Write(fill.Rgb);
    }

    public static Fill ReadFill(BinaryReader reader) => new(reader.ReadBox(), reader.ReadInt32());

    public static void Write(BinaryWriter writer, RecognisedText text)
    {
        writer.Write(text.Text);
        writer.Write(text.Box);
        writer.Write(text.Confidence);
        writer.Write(text.IsSure);
        writer.Write(text.Alternatives, static (to, other) => to.Write(other));
    }

    public static RecognisedText ReadRecognised(BinaryReader reader) => new(reader.ReadString(), reader.ReadBox(), reader.ReadSingle(), reader.ReadBoolean())
    {
        Alternatives = reader.ReadItems(static from => from.ReadString()),
    };

    public static void Write(this BinaryWriter writer, ImmutableArray<Diagnostic> diagnostics) => writer.Write(diagnostics, static (to, diagnostic) =>
    {
        to.Write(diagnostic.Code);
        to.Write((int)diagnostic.Severity);
        to.Write(diagnostic.Message.Chinese);
        to.Write(diagnostic.Message.English);
        to.Write(diagnostic.Page ?? 0);
    });

    public static ImmutableArray<Diagnostic> ReadDiagnostics(this BinaryReader reader) => reader.ReadItems(static from => new Diagnostic(
        from.ReadString(), (Severity)from.ReadInt32(), new Phrase(from.ReadString(), from.ReadString()), from.ReadInt32() is > 0 and var page ? page : null));
}
