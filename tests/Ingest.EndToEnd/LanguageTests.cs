using System.Text.Json.Nodes;

namespace Ingest.EndToEnd;

public class LanguageTests
{
    private static readonly string _notAPdf = IngestProgram.Fixture("odd/not-a-pdf.pdf");

    [Fact]
    public void Extract_says_in_Chinese_why_a_file_could_not_be_read() =>
        Assert.Equal("not-a-pdf.pdf：文件不是 PDF：没有 %PDF- 文件头，也没有页面。请检查保存的是否为正确的文件，而不是网页。", Complaint("extract", _notAPdf));

    [Fact]
    public void Extract_says_it_in_English_on_request() =>
        Assert.Equal(
            "not-a-pdf.pdf: The file is not a PDF: it has no %PDF- header and no pages. Check that the right file was saved, not a web page about it.",
            Complaint("extract", _notAPdf, "--lang", "en"));

    [Theory]
    [InlineData("zh", "第 1 页", "依据：")]
    [InlineData("en", "page 1", "because")]
    public void Inspect_tells_what_it_saw_in_the_language_asked_for(string language, string page, string reason)
    {
        string output = IngestProgram.Run("inspect", IngestProgram.Fixture("odd/two-tables.pdf"), "--lang", language).Output;

        Assert.Contains(page, output, StringComparison.Ordinal);
        Assert.Contains(reason, output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_names_a_file_that_could_not_be_read_in_its_own_language()
    {
        Assert.Contains("文件不是 PDF", IngestProgram.Run("report", _notAPdf).Output, StringComparison.Ordinal);
        Assert.Contains("is not a PDF", IngestProgram.Run("report", _notAPdf, "--lang", "en").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_and_complaints_are_Chinese_and_English_on_request()
    {
        Assert.StartsWith("为每个文件出具勾稽核对报告。", IngestProgram.Run("report", "--help").Output, StringComparison.Ordinal);
        Assert.StartsWith("Write a reconciliation report", IngestProgram.Run("report", "--help", "--lang", "en").Output, StringComparison.Ordinal);
        Assert.Equal((2, "缺少 <PATH>：PDF 文件，或存放它们的文件夹。\n加 --help 可查看用法。\n"), Complaints("report"));
        Assert.Equal((2, "<PATH> is missing: PDF files and folders of them.\n--help shows how it is used.\n"), Complaints("report", "--language=en"));
    }

    [Fact]
    public void The_settings_of_the_folder_and_the_option_say_in_which_language_a_command_speaks()
    {
        using var place = new Installation("""{ "language": "en" }""");

        Assert.Contains("There is no store at", place.Run("list").Error, StringComparison.Ordinal);
        Assert.Contains("处还没有数据库", place.Run("list", "--lang", "zh").Error, StringComparison.Ordinal);
        Assert.StartsWith("List the stored documents", place.Run("list", "--help").Output, StringComparison.Ordinal);
    }

    private static (int ExitCode, string Error) Complaints(params string[] arguments)
    {
        Outcome outcome = IngestProgram.Run(arguments);
        return (outcome.ExitCode, outcome.Error.ReplaceLineEndings("\n"));
    }

    private static string Complaint(params string[] arguments)
    {
        JsonNode document = JsonNode.Parse(IngestProgram.Run(arguments).Output)!;
        return (string)Assert.Single(document["diagnostics"]!.AsArray())!["message"]!;
    }
}
