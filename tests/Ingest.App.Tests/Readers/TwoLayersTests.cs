using System.Globalization;
using System.Text;
using Ingest.App.Readers;
using Ingest.Contract.Documents;
using Ingest.Contract.Pages;
using Ingest.Contract.Text;
using Ingest.Core;
using Ingest.Core.Checks.Witness;
using Ingest.Core.Layouts;
using Ingest.Pdf;
using Ingest.Pdf.PdfPig.Reading;
using Ingest.Tables;

namespace Ingest.App.Tests.Readers;

/// <summary>
/// A made budget with two text layers: in the row 行政运行 the built-in reader sees 16.00 under 基本支出, which contradicts its row
/// and the rows above, and PdfPig sees 10.00, which does not. The second layer stands in the bytes of an image, which the one
/// measures by its size and the other by the first mark of an end; in the same way the first layer is an image to the other.
/// </summary>
public class TwoLayersTests
{
    /// <summary>The last object of the warm-up document.</summary>
    private const int Contents = 8;

    private static readonly byte[] _file = Create();

    [Fact]
    public void The_readers_differ_in_one_digit()
    {
        Assert.Contains("16.00", Text(new BuiltInPdfReader()), StringComparison.Ordinal);
        Assert.DoesNotContain("16.00", Text(new PdfPigReader()), StringComparison.Ordinal);
        Assert.Equal(Text(new BuiltInPdfReader()).Replace("16.00", "10.00", StringComparison.Ordinal), Text(new PdfPigReader()));
    }

    [Fact]
    public void What_the_second_reader_reads_otherwise_is_in_doubt_and_no_error()
    {
        Finding alone = Assert.Single(Read(second: null).Findings, finding => finding.Severity == Severity.Error);
        BudgetDocument document = Read(new PdfPigReader());

        Assert.Equal(("basic", 16.00m, 10.00m), (alone.Suspects[0].Cell.Column, alone.Suspects[0].Cell.Amount, alone.Suspects[0].Suggested));
        Assert.Null(alone.Witness);
        Assert.DoesNotContain(document.Findings, finding => finding.Severity == Severity.Error);
        Finding doubt = Assert.Single(document.Findings, finding => finding.Rule == alone.Rule);
        Assert.True(doubt.ExtractionInDoubt);
        Assert.Null(doubt.Witness);
        Assert.Contains("16.00", doubt.Message, StringComparison.Ordinal);
        Assert.Contains("“10.00”", doubt.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_second_reader_reads_alike_is_an_error_that_says_so()
    {
        Finding error = Assert.Single(Read(new BuiltInPdfReader()).Findings, finding => finding.Severity == Severity.Error);

        Assert.Equal("builtin-3", error.Witness);
    }

    private static BudgetDocument Read(IPdfReader? second) => new DocumentPipeline(
            new BuiltInPdfReader(), new TableFinder(), LayoutCatalog.Embedded, second is null ? null : (file, options, _) => new LetterWitness(new BuiltInPdfReader(), second, file, options))
        .Process("two-layers.pdf", _file, ProcessingOptions.Default);

    private static string Text(IPdfReader reader)
    {
        using IPdfDocument document = reader.Open(_file, ReadingOptions.Default);
        return PageText.Of(document.ReadPage(1));
    }

    private static byte[] Create()
    {
        // The page of the warm-up document, whose last row gets the digit in two layers in place of the 0 of 10.00.
        string page = Unpacked();
        int row = page.LastIndexOf(Hex("10.00"), StringComparison.Ordinal);
        int start = page.LastIndexOf("BT", row, StringComparison.Ordinal), end = page.IndexOf('\n', row);
        string[] words = page[start..end].Split(' ');
        (int x, int y) = (int.Parse(words[4], CultureInfo.InvariantCulture), int.Parse(words[5], CultureInfo.InvariantCulture));
        string hidden = $"x EI Q {Show("0", x + 5, y)} q BI /W 1 /H 1 /BPC 8 /CS /G ID ".PadRight(200, 'z');
        string amount = $"{Show("1", x, y)} q BI /W 200 /H 1 /BPC 8 /CS /G ID {hidden}EI Q {Show("6", x + 5, y)}\nq BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q\n{Show(".00", x + 10, y)}";
        return Written(page[..start] + amount + page[end..]);
    }

    private static string Show(string text, int x, int y) => $"BT /F 10 Tf {x} {y} Td <{Hex(text)}> Tj ET";

    private static string Hex(string text) => Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text));

    private static string Unpacked()
    {
        byte[] file = WarmUpDocument.Create();
        string latin = Encoding.Latin1.GetString(file);
        int stream = latin.IndexOf("stream\n", latin.IndexOf($"\n{Contents} 0 obj", StringComparison.Ordinal), StringComparison.Ordinal) + 7;
        using var zip = new System.IO.Compression.ZLibStream(new MemoryStream(file, stream, latin.IndexOf("\nendstream", stream, StringComparison.Ordinal) - stream), System.IO.Compression.CompressionMode.Decompress);
        using var reader = new StreamReader(zip, Encoding.Latin1);
        return reader.ReadToEnd();
    }

    /// <summary>The warm-up document with another page and a cross-reference table that fits.</summary>
    private static byte[] Written(string page)
    {
        string latin = Encoding.Latin1.GetString(WarmUpDocument.Create());
        int from = latin.IndexOf($"\n{Contents} 0 obj", StringComparison.Ordinal) + 1;
        string file = $"{latin[..from]}{Contents} 0 obj\n<< /Length {page.Length} >>\nstream\n{page}\nendstream\nendobj\n";
        var table = new StringBuilder("xref\n0 9\n0000000000 65535 f \n");
        for (int number = 1; number <= 8; number++)
            table.Append(CultureInfo.InvariantCulture, $"{file.IndexOf($"\n{number} 0 obj", StringComparison.Ordinal) + 1:D10} 00000 n \n");
        return Encoding.Latin1.GetBytes($"{file}{table}trailer\n<< /Size 9 /Root 1 0 R >>\nstartxref\n{file.Length}\n%%EOF\n");
    }
}
