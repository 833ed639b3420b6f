using System.Globalization;

namespace Ingest.Pdf.Tests.Objects;

public sealed class FileStructureTests
{
    private static readonly string _first = PdfBuilder.Show("first");
    private static readonly string _second = PdfBuilder.Show("second");

    [Fact]
    public void A_table_leads_to_the_pages()
    {
        OpenedFile file = AssertBothPages(PdfBuilder.WithPages(_first, _second).XrefTable());

        Assert.Empty(file.Codes);
    }

    [Fact]
    public void A_stream_leads_to_the_pages()
    {
        OpenedFile file = AssertBothPages(PdfBuilder.WithPages(_first, _second).XrefStream(20));

        Assert.Empty(file.Codes);
    }

    [Fact]
    public void An_update_replaces_what_it_defines_again()
    {
        PdfBuilder builder = PdfBuilder.WithPages(_first, "old").XrefTable();
        builder.Stream(7, "", PdfBuilder.Latin(_second)).XrefTable();

        Assert.Empty(AssertBothPages(builder).Codes);
    }

    [Fact]
    public void An_update_by_a_stream_goes_on_top_of_a_table()
    {
        PdfBuilder builder = PdfBuilder.WithPages(_first, "old").XrefTable();
        builder.Stream(7, "", PdfBuilder.Latin(_second)).XrefStream(30);

        Assert.Empty(AssertBothPages(builder).Codes);
    }

    [Fact]
    public void Objects_lie_in_object_streams()
    {
        Assert.Empty(AssertBothPages(InObjectStreams().XrefStream(30)).Codes);
    }

    [Fact]
    public void An_extended_object_stream_is_looked_into()
    {
        PdfBuilder builder = InObjectStreams();
        // The index says that object 6 is in stream 21, which only extends the one that has it.
        builder.ObjectStream(21, "/Extends 20 0 R", (40, "null"));
        builder.InStreams[6] = (21, 0);

        Assert.Empty(AssertBothPages(builder.XrefStream(30)).Codes);
    }

    [Fact]
    public void A_wrong_index_within_an_object_stream_is_no_harm()
    {
        PdfBuilder builder = InObjectStreams();
        builder.InStreams[6] = (20, 0);
        builder.InStreams[1] = (20, 200);

        Assert.Empty(AssertBothPages(builder.XrefStream(30)).Codes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2 1\n0000000000 00000 f \n6 1\n0000000000 00000 f \n")]
    public void A_hybrid_file_hides_objects_from_old_viewers(string hidden)
    {
        PdfBuilder builder = PdfBuilder.WithPages(_first);
        builder.Stream(7, "", PdfBuilder.Latin(_second));
        builder.Offsets.Remove(2);
        string table = "xref\n" + hidden + string.Concat(builder.Offsets.Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Key} 1\n{entry.Value:D10} 00000 n \n")));
        builder.Offsets.Clear();
        builder.ObjectStream(20, "", (6, "<< /Type /Page /Parent 2 0 R /Contents 7 0 R >>"), (2, "<< /Type /Pages /Kids [4 0 R 6 0 R] /Count 2 >>"));
        int stream = builder.Position;
        builder.XrefStream(21);
        int position = builder.Position;
        builder.Raw(table).Raw(string.Create(CultureInfo.InvariantCulture, $"trailer << /Root 1 0 R /XRefStm {stream} >>\n")).End(position);

        Assert.Empty(AssertBothPages(builder).Codes);
    }

    [Fact]
    public void An_update_that_was_cut_off_is_said()
    {
        PdfBuilder builder = PdfBuilder.WithPages(_first, _second).XrefTable();
        builder.Stream(7, "", PdfBuilder.Latin("newer"));

        Assert.Equal(["unfinished-update"], AssertBothPages(builder).Codes);
    }

    [Fact]
    public void Junk_before_the_header_may_count_or_not()
    {
        byte[] whole = PdfBuilder.WithPages(_first, _second).XrefTable().ToArray();
        var shifted = new PdfBuilder().Raw("HTTP/1.1 200 OK\r\n\r\n").Raw(whole);
        AssertBothPages(shifted);
        Assert.Empty(new OpenedFile(shifted.ToArray()).Codes);

        PdfBuilder counted = new PdfBuilder().Raw("junk\n");
        counted.Header();
        foreach (Action<PdfBuilder> part in Parts())
            part(counted);
        Assert.Empty(AssertBothPages(counted.XrefTable()).Codes);
    }

    [Theory]
    [InlineData("startxref\n1\n%%EOF")]
    [InlineData("startxref\n999999999\n%%EOF")]
    [InlineData("startxref\n-5\n%%EOF")]
    [InlineData("startxref\nnothing\n%%EOF")]
    [InlineData("%%EOF")]
    public void A_wrong_startxref_leads_to_a_scan(string end)
    {
        string whole = Latin(PdfBuilder.WithPages(_first, _second).XrefTable());
        string broken = whole[..whole.LastIndexOf("startxref", StringComparison.Ordinal)] + end;

        OpenedFile file = AssertBothPages(new PdfBuilder().Raw(broken));

        Assert.Equal(["rebuilt-structure"], file.Codes);
    }

    [Fact]
    public void An_object_that_is_not_where_the_table_says_is_found_by_scanning()
    {
        PdfBuilder builder = PdfBuilder.WithPages(_first, _second);
        builder.Offsets[7] += 3;
        builder.Offsets[6] = 5;

        Assert.Equal(["rebuilt-structure"], AssertBothPages(builder.XrefTable()).Codes);
    }

    [Fact]
    public void Generations_are_not_believed()
    {
        PdfBuilder builder = PdfBuilder.WithPages(_first, "old");
        builder.Object(6, "<< /Type /Page /Parent 2 0 R /Contents 7 9 R >>", generation: 3);
        builder.Stream(7, "", PdfBuilder.Latin(_second));

        Assert.Empty(AssertBothPages(builder.XrefTable()).Codes);
    }

    [Fact]
    public void Of_several_definitions_the_last_counts_when_scanning()
    {
        PdfBuilder builder = PdfBuilder.WithPages("old", _second);
        builder.Stream(5, "", PdfBuilder.Latin(_first));
        builder.Raw("trailer << /Root 1 0 R >>");

        AssertBothPages(builder);
    }

    [Fact]
    public void Objects_in_object_streams_are_found_by_scanning()
    {
        PdfBuilder builder = InObjectStreams();
        builder.ObjectStream(40, "", (2, "<< /Type /Pages /Kids [4 0 R] >>"), (5, "(old)"));
        // Objects 2 and 5 are defined again after the stream, so those in it are old.
        builder.Object(2, "<< /Type /Pages /Kids [4 0 R 6 0 R] >>");
        builder.Stream(5, "", PdfBuilder.Latin(_first));
        builder.Stream(30, "/Type /XRef /Root 1 0 R /W [1 2 1] /Size 0", []);

        Assert.Contains("rebuilt-structure", AssertBothPages(builder).Codes);
    }

    [Fact]
    public void What_looks_like_an_object_inside_a_stream_is_none()
    {
        PdfBuilder builder = PdfBuilder.WithPages(_first, _second);
        builder.Stream(20, "", PdfBuilder.Latin("5 0 obj << >> stream\nBT (forged) Tj ET\nendstream endobj trailer << /Root 9 0 R >>"));
        builder.Raw("trailer << /Root 1 0 R >>");

        AssertBothPages(builder);
    }

    [Fact]
    public void Without_any_trailer_the_catalog_is_searched_for()
    {
        OpenedFile file = AssertBothPages(PdfBuilder.WithPages(_first, _second));

        Assert.Equal(["rebuilt-structure", "truncated"], file.Codes);
    }

    [Theory]
    [InlineData("/Root 99 0 R")]
    [InlineData("/Root 3 0 R")]
    [InlineData("/Size 3")]
    public void A_trailer_that_leads_nowhere_is_not_believed(string trailer) =>
        AssertBothPages(PdfBuilder.WithPages(_first, _second).XrefTable(trailer));

    [Fact]
    public void A_circle_of_sections_ends()
    {
        PdfBuilder builder = PdfBuilder.WithPages(_first, _second);
        int position = builder.Position;
        builder.XrefTable(string.Create(CultureInfo.InvariantCulture, $"/Root 1 0 R /Prev {position}"));

        AssertBothPages(builder);
    }

    [Fact]
    public void A_broken_older_section_is_made_up_for_by_scanning()
    {
        PdfBuilder builder = PdfBuilder.WithPages(_first, "old");
        builder.XrefTable();
        builder.Stream(7, "", PdfBuilder.Latin(_second));
        int position = builder.Position;
        builder.Raw(string.Create(CultureInfo.InvariantCulture, $"xref\n7 1\n{builder.Offsets[7]:D10} 00000 n \ntrailer << /Root 1 0 R /Prev 3 >>\n")).End(position);

        Assert.Equal(["rebuilt-structure"], AssertBothPages(builder).Codes);
    }

    [Fact]
    public void Entries_of_odd_width_are_read()
    {
        string whole = Latin(PdfBuilder.WithPages(_first, _second).XrefTable());

        Assert.Empty(AssertBothPages(new PdfBuilder().Raw(whole.Replace(" 00000 n \n", " 0 n\n", StringComparison.Ordinal))).Codes);
    }

    [Theory]
    [InlineData("10")]
    [InlineData("999999")]
    [InlineData("-1")]
    [InlineData("/Name")]
    [InlineData("")]
    [InlineData("7 0 R")]
    [InlineData("99 0 R")]
    [InlineData("1e99")]
    public void A_wrong_length_is_not_believed(string length)
    {
        PdfBuilder builder = PdfBuilder.WithPages(_first, "old");
        builder.Stream(7, "", PdfBuilder.Latin(_second), length);

        Assert.Empty(AssertBothPages(builder.XrefTable()).Codes);
    }

    [Fact]
    public void A_length_may_be_an_object_of_its_own()
    {
        PdfBuilder builder = PdfBuilder.WithPages(_first, "old");
        // The content holds the keyword that would end it if the length were not known.
        string content = _second + " % endstream endobj";
        builder.Object(20, content.Length.ToString(CultureInfo.InvariantCulture));
        builder.Stream(7, "", PdfBuilder.Latin(content), "20 0 R");

        var file = new OpenedFile(builder.XrefTable().ToArray());

        Assert.Equal(content, file.Content(1));
    }

    [Theory]
    [InlineData("\nendobj\n")]
    [InlineData("\n")]
    [InlineData("")]
    public void A_missing_end_of_a_stream_is_made_up_for(string end)
    {
        PdfBuilder builder = PdfBuilder.WithPages(_first, "old");
        builder.Offsets[7] = builder.Position;
        builder.Raw($"7 0 obj << /Length 5000 >> stream\n{_second}{end}");

        var file = new OpenedFile(builder.XrefTable().ToArray());

        Assert.StartsWith(_second, file.Content(1), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stream\r\n")]
    [InlineData("stream\r")]
    [InlineData("stream \n")]
    [InlineData("stream")]
    public void The_line_end_after_the_keyword_may_be_any(string keyword)
    {
        PdfBuilder builder = PdfBuilder.WithPages(_first, "old");
        builder.Offsets[7] = builder.Position;
        builder.Raw(string.Create(CultureInfo.InvariantCulture, $"7 0 obj<</Length {_second.Length}>>{keyword}{_second}endstream endobj\n"));

        Assert.Empty(AssertBothPages(builder.XrefTable()).Codes);
    }

    [Fact]
    public void A_missing_endobj_is_no_harm()
    {
        string whole = Latin(PdfBuilder.WithPages(_first, _second)).Replace("endobj\n", "", StringComparison.Ordinal);

        AssertBothPages(new PdfBuilder().Raw(whole).Raw("trailer << /Root 1 0 R >>"));
    }

    [Fact]
    public void A_file_without_header_is_read_and_said()
    {
        string whole = Latin(PdfBuilder.WithPages(_first, _second).XrefTable());

        Assert.Contains("missing-header", AssertBothPages(new PdfBuilder().Raw(whole[whole.IndexOf("1 0 obj", StringComparison.Ordinal)..])).Codes);
    }

    [Fact]
    public void A_free_object_is_null_even_when_it_is_still_in_the_file()
    {
        PdfBuilder builder = PdfBuilder.WithPages(_first, _second).XrefTable();
        int position = builder.Position;
        builder.Raw(string.Create(CultureInfo.InvariantCulture, $"xref\n7 1\n0000000000 00001 f \ntrailer << /Root 1 0 R /Prev {Latin(builder).LastIndexOf("xref\n0", StringComparison.Ordinal)} >>\n")).End(position);

        var file = new OpenedFile(builder.ToArray());

        Assert.Null(file.Objects.GetStream(file.Page(1).Dictionary, "Contents"));
        Assert.Empty(file.Codes);
    }

    private static OpenedFile AssertBothPages(PdfBuilder builder)
    {
        var file = new OpenedFile(builder.ToArray());
        Assert.Equal(2, file.File.Pages.CountAll());
        Assert.Equal(_first, file.Content(0));
        Assert.Equal(_second, file.Content(1));
        return file;
    }

    private static PdfBuilder InObjectStreams()
    {
        PdfBuilder builder = new PdfBuilder().Header();
        builder.ObjectStream(
            20, "",
            (1, "<< /Type /Catalog /Pages 2 0 R >>"),
            (2, "<< /Type /Pages /Kids [4 0 R 6 0 R] /Count 2 >>"),
            (4, "<< /Type /Page /Contents 5 0 R >>"),
            (6, "<< /Type /Page /Contents 7 0 R >>"));
        return builder.Stream(5, "", PdfBuilder.Latin(_first)).Stream(7, "", PdfBuilder.Latin(_second));
    }

    private static IEnumerable<Action<PdfBuilder>> Parts() =>
    [
        builder => builder.Object(1, "<< /Type /Catalog /Pages 2 0 R >>"),
        builder => builder.Object(2, "<< /Type /Pages /Kids [4 0 R 6 0 R] /Count 2 >>"),
        builder => builder.Object(4, "<< /Type /Page /Contents 5 0 R >>"),
        builder => builder.Stream(5, "", PdfBuilder.Latin(_first)),
        builder => builder.Object(6, "<< /Type /Page /Contents 7 0 R >>"),
        builder => builder.Stream(7, "", PdfBuilder.Latin(_second)),
    ];

    private static string Latin(PdfBuilder builder) => System.Text.Encoding.Latin1.GetString(builder.ToArray());
}
