using Ingest.Contract.Pages;
using Ingest.Contract.Text;

namespace Ingest.Pdf.Tests.Content;

public abstract class FormContract(IPdfReader reader) : ContentContract(reader)
{
    private const string Form = "/Type /XObject /Subtype /Form";

    [Fact]
    public void A_form_is_placed_by_its_matrix_within_the_current_one_and_clipped_to_its_box()
    {
        var page = new ContentPage(Reader) { Resources = "/XObject << /X 20 0 R >>" };
        page.WithStream(20, Form + " /BBox [0 0 50 50] /Matrix [1 0 0 1 10 20] /Resources << /Font << /F1 3 0 R >> >>",
            "BT /F1 10 Tf 5 5 Td (in) Tj 0 100 Td (out) Tj ET 0 30 m 100 30 l S");

        Page read = page.Paint("q 2 0 0 2 100 200 cm /X Do Q BT /F1 10 Tf 5 5 Td (after) Tj ET");

        Assert.Equal("inafter", read.VisibleText());
        Assert.Equal("out", read.HiddenText(Hidden.Clipped));
        // (5, 5) moved by (10, 20), doubled, moved by (100, 200).
        Assert.Equal((130f, 250f, 20f), (read.Letters[0].X, read.Letters[0].Y, read.Letters[0].Size));
        Assert.Equal((5f, 5f), (read.Letters[^5].X, read.Letters[^5].Y));
        // y: (30 + 20)·2 + 200; x up to the box: (50 + 10)·2 + 100.
        Assert.Equal(new Ruling(true, 300, 120, 220, 2), Assert.Single(read.RoundedRulings()));
    }

    [Fact]
    public void A_form_without_resources_uses_those_of_the_page_and_leaves_its_state_inside()
    {
        var page = new ContentPage(Reader) { Resources = "/XObject << /X 20 0 R >>" };
        page.WithStream(20, Form + " /BBox [0 0 600 800]", "q q 3 Tr BT /F1 20 Tf 100 700 Td (a) Tj ET");

        Page read = page.Paint("/F1 10 Tf q 1 0 0 1 50 0 cm /X Do Q BT 100 500 Td (b) Tj ET");

        Assert.Equal("b", read.VisibleText());
        Assert.Equal((100f, 10f), (read.Letters[1].X, read.Letters[1].Size));
    }

    [Fact]
    public void A_form_painted_within_a_text_object_leaves_the_text_where_it_was()
    {
        var page = new ContentPage(Reader) { Resources = "/XObject << /X 20 0 R >>" };
        page.WithStream(20, Form + " /BBox [0 0 600 800]", "BT /F1 10 Tf 10 10 Td (a) Tj ET");

        Page read = page.Paint("BT /F1 10 Tf 100 700 Td (b) Tj /X Do (c) Tj ET");

        Assert.Equal([100f, 10f, 105f], read.Letters.Select(letter => letter.X));
    }

    [Fact]
    public void Restoring_in_a_form_does_not_take_states_of_the_page()
    {
        var page = new ContentPage(Reader) { Resources = "/XObject << /X 20 0 R >>" };
        page.WithStream(20, Form + " /BBox [0 0 600 800]", "Q Q Q BT /F1 10 Tf 10 10 Td (a) Tj ET");

        Page read = page.Paint("q 1 0 0 1 100 0 cm /X Do BT /F1 10 Tf 10 50 Td (b) Tj ET Q BT /F1 10 Tf 10 90 Td (c) Tj ET");

        Assert.Equal([110f, 110f, 10f], read.Letters.Select(letter => letter.X));
    }

    [Fact]
    public void A_form_that_paints_itself_ends()
    {
        var page = new ContentPage(Reader) { Resources = "/XObject << /X 20 0 R >>" };
        page.WithStream(20, Form + " /BBox [0 0 600 800] /Resources << /XObject << /X 21 0 R >> /Font << /F1 3 0 R >> >>", "BT /F1 10 Tf 100 700 Td (a) Tj ET /X Do")
            .WithStream(21, Form + " /BBox [0 0 600 800] /Resources << /XObject << /X 20 0 R >> >>", "/X Do /X Do");

        Page read = page.Paint("/X Do");

        Assert.Equal("a", read.VisibleText());
        Assert.Equal(["limit-depth"], read.Codes());
    }

    [Fact]
    public void Forms_nested_deeper_than_the_limit_are_left_out_with_a_diagnostic()
    {
        var page = new ContentPage(Reader) { Resources = "/XObject << /X 20 0 R >>", Limits = new ReadingLimits { Depth = 10 } };
        for (int i = 0; i < 20; i++)
        {
            page.WithStream(20 + i, Form + $" /BBox [0 0 600 800] /Resources << /XObject << /X {21 + i} 0 R >> /Font << /F1 3 0 R >> >>",
                $"BT /F1 10 Tf 100 {700 - (20 * i)} Td (a) Tj ET /X Do");
        }

        Page read = page.Paint("/X Do");

        Assert.Equal(10, read.Letters.Length);
        Assert.Equal(["limit-depth"], read.Codes());
    }

    [Fact]
    public void Forms_that_multiply_meet_the_operator_limit()
    {
        // Each form paints the next one ten times: 10^12 at the bottom.
        var page = new ContentPage(Reader) { Resources = "/XObject << /X 20 0 R >>", Limits = new ReadingLimits { OperatorsPerPage = 20_000 } };
        for (int i = 0; i < 12; i++)
        {
            page.WithStream(20 + i, Form + $" /BBox [0 0 600 800] /Resources << /XObject << /X {21 + i} 0 R >> >>",
                string.Concat(Enumerable.Repeat("/X Do ", 10)));
        }

        Page read = page.Paint("BT /F1 10 Tf 100 700 Td (a) Tj ET /X Do");

        Assert.Equal("a", read.VisibleText());
        Assert.Contains(read.Diagnostics, diagnostic => diagnostic is { Code: "limit-operators", Severity: Severity.Error });
    }

    [Fact]
    public void More_letters_than_the_limit_keep_the_first_ones()
    {
        var page = new ContentPage(Reader) { Limits = new ReadingLimits { LettersPerPage = 3 } };

        Page read = page.Paint("BT /F1 10 Tf 100 700 Td (abcdef) Tj ET");

        Assert.Equal("abc", read.VisibleText());
        Assert.Equal(["limit-letters"], read.Codes());
    }

    [Fact]
    public void A_transparent_group_hides_nothing_below_it()
    {
        var page = new ContentPage(Reader) { Resources = "/XObject << /X 20 0 R >> /ExtGState << /Half << /ca 0.3 >> /Multiply << /BM /Multiply >> >>" };
        page.WithStream(20, Form + " /BBox [0 0 600 800] /Group << /S /Transparency >> /Resources << /ExtGState << /Full << /ca 1 /BM /Normal >> >> >>",
            "/Full gs 1 g 0 0 600 800 re f");

        Assert.Equal("a", page.Paint("BT /F1 10 Tf 100 700 Td (a) Tj ET /Half gs /X Do").VisibleText());
        Assert.Equal("a", page.Paint("BT /F1 10 Tf 100 700 Td (a) Tj ET /Multiply gs /X Do").VisibleText());
        Assert.Equal("a", page.Paint("BT /F1 10 Tf 100 700 Td (a) Tj ET /X Do").HiddenText(Hidden.Covered));
    }
}
