using Ingest.Contract.Pages;
using Ingest.Contract.Text;

namespace Ingest.Pdf.Tests.Content;

public abstract class OperatorToleranceContract(IPdfReader reader) : ContentContract(reader)
{
    [Theory]
    [InlineData("Q Q BT /F1 10 Tf 100 700 Td (A) Tj ET")]
    [InlineData("q q q BT /F1 10 Tf 100 700 Td (A) Tj ET")]
    [InlineData("BT /F1 10 Tf 100 700 Td /Odd Td (x) Td (A) Tj ET")]
    [InlineData("BT /F1 10 Tf 100 700 Td 5 Tj (A) Tj ET")]
    [InlineData("BT /F1 10 Tf 1 2 3 4 Tm 100 700 Td (A) Tj ET")]
    [InlineData("BX 1 2 3 surprise EX BT /F1 10 Tf 100 700 Td (A) Tj ET")]
    [InlineData("BT /F1 10 Tf 100 700 Td (A) Tj")]
    [InlineData("/F1 10 Tf BT 100 700 Td (A) TJ ET")]
    [InlineData("BT /F1 10 Tf 100 700 Td EMC EMC (A) Tj ET")]
    [InlineData("]]>> )) BT /F1 10 Tf 100 700 Td (A) Tj ET")]
    [InlineData("/Missing Do /Missing gs BT /F1 10 Tf 100 700 Td (A) Tj ET")]
    [InlineData("BT/F1 10 Tf 100 700 Td(A)Tj ET")]
    [InlineData("BT /F1 10. Tf 100 --700 Td 0 1400 Td (A) Tj ET")]
    [InlineData("/F1 10 Tf BT 100 700 Td (A) Tj ET W n m l c re f S (")]
    public void Broken_content_is_read_as_viewers_read_it(string content)
    {
        Letter letter = Assert.Single(Read(content).Letters);

        Assert.Equal(("A", 100f, 700f, 10f), (letter.Text, letter.X, letter.Y, letter.Size));
        Assert.True(letter.IsVisible);
    }

    [Theory]
    [InlineData("/Contents 99 0 R")]
    [InlineData("/Contents [10 0 R 99 0 R]")]
    [InlineData("/Contents 5 0 R")]
    public void Content_that_is_missing_is_said_to_be(string contents)
    {
        // Of two equal keys the later counts.
        var page = new ContentPage(Reader) { Entries = "/MediaBox [0 0 600 800] " + contents };

        Diagnostic diagnostic = Assert.Single(page.Paint("BT /F1 10 Tf 100 700 Td (A) Tj ET").Diagnostics);

        Assert.Equal((Severity.Error, 1), (diagnostic.Severity, diagnostic.Page));
    }

    [Theory]
    [InlineData("/Contents []")]
    [InlineData("/Contents [10 0 R 10 0 R]")]
    public void Empty_and_repeated_content_is_sound(string contents)
    {
        var page = new ContentPage(Reader) { Entries = "/MediaBox [0 0 600 800] " + contents };

        Assert.Empty(page.Paint("BT /F1 10 Tf 100 700 Td (A) Tj ET").Diagnostics);
    }

    [Fact]
    public void Numbers_beyond_all_bounds_leave_the_rest_of_the_page_alone()
    {
        Page page = Read(
            "q 1e38 0 0 1e38 0 0 cm 99999999999999999999999999999999999999 0 0 9 9 9 cm BT /F1 99999999999999999999999999 Tf (AAA) Tj ET 0 0 9 9 re f S Q BT /F1 10 Tf 100 700 Td (B) Tj ET");

        Assert.Contains(page.Letters, letter => letter is { Text: "B", IsVisible: true });
        Assert.DoesNotContain(page.Letters, letter => float.IsNaN(letter.X) || float.IsInfinity(letter.Box.Right));
    }

    [Fact]
    public void Ten_thousand_open_states_and_marks_are_borne()
    {
        string opened = string.Concat(Enumerable.Repeat("q /P BMC ", 10_000));
        string closed = string.Concat(Enumerable.Repeat("Q EMC ", 10_000));

        Page page = Read($"{opened} 5 0 0 5 0 0 cm {closed} BT /F1 10 Tf 100 700 Td (A) Tj ET");

        Assert.Equal(100, Assert.Single(page.Letters).X);
    }
}
