using System.Globalization;
using Ingest.Contract.Pages;
using Ingest.Pdf.Content;
using Ingest.Pdf.Tests.Content;

namespace Ingest.Pdf.Tests;

/// <summary>Faults of files that are met in public collections, each in a file made for it: the text is what is seen.</summary>
public sealed class DamagedFileTests
{
    private static readonly BuiltInPdfReader _reader = new();

    [Fact]
    public void The_word_endobj_in_a_string_ends_no_stream_whose_length_is_wrong()
    {
        byte[] file = new PdfBuilder().Header()
            .Object(1, "<< /Type /Catalog /Pages 2 0 R >>")
            .Object(2, "<< /Type /Pages /Kids [4 0 R] /Count 1 /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> >>")
            .Object(3, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
            .Object(4, "<< /Type /Page /Parent 2 0 R /Contents 5 0 R >>")
            .Stream(5, "", PdfBuilder.Latin(PdfBuilder.Show("the word endobj is text")), length: "9")
            .XrefTable().ToArray();

        Assert.Equal("the word endobj is text", TextOf(file));
    }

    [Fact]
    public void A_table_shorter_than_it_says_is_rebuilt_and_that_is_said()
    {
        PdfBuilder builder = PdfBuilder.WithPages(PdfBuilder.Show("found"));
        int xref = builder.Position;
        builder.Raw("xref\n0 6\n0000000000 65535 f \n");
        foreach (int number in (int[])[1, 2, 3])
            builder.Raw(string.Create(CultureInfo.InvariantCulture, $"{builder.Offsets[number]:D10} 00000 n \n"));
        byte[] file = builder.Raw("trailer\n<< /Size 6 /Root 1 0 R >>\n").End(xref).ToArray();

        using IPdfDocument document = _reader.Open(file, ReadingOptions.Default);

        Assert.Equal("found", document.ReadPage(1).VisibleText());
        Assert.Contains("rebuilt-structure", document.Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void Objects_without_a_header_are_a_file()
    {
        byte[] file = PdfBuilder.WithPages(PdfBuilder.Show("read")).XrefTable().ToArray();
        int first = file.AsSpan().IndexOf("1 0 obj"u8);

        Assert.Equal("read", TextOf(file[first..]));
    }

    [Fact]
    public void A_stray_ID_swallows_nothing() =>
        Assert.Equal("seen", TextOf(PdfBuilder.WithPages("ID " + PdfBuilder.Show("seen")).XrefTable().ToArray()));

    [Theory]
    [InlineData("ll")]
    [InlineData("all 11.11")]
    public void Narrow_letters_side_by_side_are_two_at_any_angle(string text) =>
        Assert.Equal(text, TextOf(PdfBuilder.WithPages($"BT /F1 12 Tf 0.7071 0.7071 -0.7071 0.7071 100 100 Tm ({text}) Tj ET").XrefTable().ToArray()));

    [Fact]
    public void Where_only_attachments_are_encrypted_no_password_is_needed()
    {
        string key = string.Concat(Enumerable.Repeat("41", 32));
        byte[] file = PdfBuilder.WithPages(PdfBuilder.Show("plain"))
            .Object(20, $"<< /Filter /Standard /V 4 /R 4 /Length 128 /P -4 /O <{key}> /U <{key}> /CF << /StdCF << /CFM /AESV2 /AuthEvent /EFOpen /Length 16 >> >> /StmF /Identity /StrF /Identity /EFF /StdCF >>")
            .XrefTable("/Root 1 0 R /Encrypt 20 0 R").ToArray();

        Assert.Equal("plain", TextOf(file));
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.5)]
    [InlineData(0.7)]
    public void What_comes_after_the_damage_of_a_compressed_stream_is_not_text(double at)
    {
        var random = new Random(7);
        string[] lines = [.. Enumerable.Range(0, 400).Select(_ => string.Concat(Enumerable.Range(0, 12).Select(_ => (char)('a' + random.Next(26)))))];
        byte[] data = PdfBuilder.Deflate(PdfBuilder.Latin("BT /F1 9 Tf 12 TL 72 800 Td " + string.Concat(lines.Select(line => $"({line}) Tj T* ")) + "ET"));
        random.NextBytes(data.AsSpan((int)(at * data.Length)));
        byte[] file = PdfBuilder.WithPages("").Stream(5, "/Filter /FlateDecode", data).XrefTable().ToArray();

        using IPdfDocument document = _reader.Open(file, ReadingOptions.Default);
        Page page = document.ReadPage(1);
        string text = string.Concat(page.Letters.Select(letter => letter.Text));

        // The string in which the damage lies may end in other letters; whole ones behind it may not.
        string truth = string.Concat(lines);
        int agree = 0;
        while (agree < text.Length && text[agree] == truth[agree])
            agree++;
        Assert.InRange(text.Length - agree, 0, 48);
        Assert.InRange(agree, (int)(truth.Length * at * 0.8), truth.Length);
        Assert.Contains("damaged-stream", page.Codes());
    }

    [Theory]
    [InlineData("BT (a) Tj ET ", "\u0001\u0002 xq9 (b) Tj ET")]
    [InlineData("BT (a) Tj ET ", "(b) Tjj (c) Tj")]
    [InlineData("q 1 0 0 1 0 0 cm BT (a) Tj ET Q ", "")]
    [InlineData("BI /W 1 /H 1 ID \u00ff\u0001 EI BT (a) Tj ET ", "12ab Tj")]
    public void Damaged_content_is_believed_up_to_the_first_word_that_is_no_operator(string sound, string garbage) =>
        Assert.Equal(sound.TrimEnd().Length, DamagedContent.SoundLength(PdfBuilder.Latin(sound.TrimEnd() + (garbage.Length > 0 ? " " : "") + garbage)));

    private static string TextOf(byte[] file)
    {
        using IPdfDocument document = _reader.Open(file, ReadingOptions.Default);
        return document.ReadPage(1).VisibleText();
    }
}
