using System.CommandLine;
using Ingest.App.Cli;
using Ingest.App.Words;
using Ingest.Contract.Text;

namespace Ingest.App.Tests.Cli;

public class UsageProblemsTests
{
    [Theory]
    [InlineData("reprot a.pdf", "此处不能写“reprot”，是否想写 report？", "'reprot' cannot stand here. Did you mean report?")]
    [InlineData("colour", "此处不能写“colour”。", "'colour' cannot stand here.")]
    [InlineData("read-frame", "此处不能写“read-frame”。", "'read-frame' cannot stand here.")]
    [InlineData("list --yaer 2023", "没有 --yaer 这个选项，是否想写 --year？", "There is no option --yaer. Did you mean --year?")]
    [InlineData("run a --paralel 2", "没有 --paralel 这个选项，是否想写 --parallel？", "There is no option --paralel. Did you mean --parallel?")]
    [InlineData("export --form xlsx", "没有 --form 这个选项，是否想写 --format？", "There is no option --form. Did you mean --format?")]
    [InlineData("extract", "缺少 <FILE>：PDF 文件。", "<FILE> is missing: PDF files.")]
    [InlineData("extract a.pdf --password", "--password 后面缺少值。", "--password needs a value behind it.")]
    [InlineData("list --year 2023 --year 2024", "--year 只能给出一次。", "--year can be given once only.")]
    [InlineData("list --year last", "--year 应为一个年份，或用 .. 连接的两个年份：2023 或 2021..2024。", "--year takes a year or two with .. between: 2023 or 2021..2024.")]
    [InlineData("inspect a.pdf --page 0", "--page 应为不小于 1 的整数。", "--page takes a whole number from 1 upwards.")]
    [InlineData("run a --parallel two", "--parallel 应为不小于 1 的整数。", "--parallel takes a whole number from 1 upwards.")]
    [InlineData("report a.pdf --format doc", "--format 不认识“doc”，可用的有 text、html、xlsx、csv、json、docx。", "--format takes one of text, html, xlsx, csv, json, docx, not 'doc'.")]
    [InlineData("report a.pdf --fail-on 1", "--fail-on 不认识“1”，可用的有 error、warning、never。", "--fail-on takes one of error, warning, never, not '1'.")]
    [InlineData("report a.pdf -f XLSX", "工作簿或网页需用 -o OUT 指定要写的文件或文件夹。", "A workbook or page needs -o OUT: the file to write, or a folder.")]
    [InlineData("export", "工作簿需用 -o 指定文件，CSV 和 Parquet 需用 -o 指定文件夹。", "A workbook needs -o FILE, CSV and Parquet need -o FOLDER.")]
    [InlineData("export --format xml", "--format 不认识“xml”，可用的有 xlsx、csv、json、parquet。", "--format takes one of xlsx, csv, json, parquet, not 'xml'.")]
    [InlineData("export -o x --severity grave", "--severity 不认识“grave”，可用的有 info、warning、error。", "--severity takes one of info, warning, error, not 'grave'.")]
    [InlineData("verdict a/b wrong", "<VERDICT> 不认识“wrong”，可用的有 open、confirmed、dismissed、pending。", "<VERDICT> takes one of open, confirmed, dismissed, pending, not 'wrong'.")]
    [InlineData("list --lang fr", "--lang 不认识“fr”，可用的有 zh、en。", "--lang takes one of zh, en, not 'fr'.")]
    [InlineData("list --version", "没有 --version 这个选项。", "There is no option --version.")]
    [InlineData("--version --config x", "--version 只能单独使用。", "--version stands alone.")]
    public void Each_complaint_is_one_sentence_in_the_language_asked_for(string line, string chinese, string english)
    {
        Assert.Equal([chinese], Problems(line, Language.Chinese));
        Assert.Equal([english], Problems(line, Language.English));
    }

    [Theory]
    [InlineData("")]
    [InlineData("extract a.pdf b.pdf -o out --parallel 2 --lang en")]
    [InlineData("report @a.pdf --format HTML -o x")]
    [InlineData("report --help")]
    [InlineData("export -f json --severity Warning")]
    [InlineData("verdict a/b Confirmed --note x")]
    public void A_command_line_that_is_right_has_no_problems(string line) => Assert.Empty(Problems(line, Language.Chinese));

    [Theory]
    [InlineData("list --lang en", Language.English)]
    [InlineData("list --language=en", Language.English)]
    [InlineData("--lang zh list", Language.Chinese)]
    [InlineData("list --bogus --lang en", Language.English)]
    [InlineData("list --lang zh --lang en", Language.English)]
    [InlineData("list --lang", Language.Chinese)]
    [InlineData("list", Language.Chinese)]
    public void The_language_is_found_whatever_else_is_wrong(string line, Language expected) =>
        Assert.Equal(expected, LanguageOption.Of(Words(line), []));

    [Fact]
    public void Without_the_option_the_settings_say_the_language()
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("settings.json");
        File.WriteAllText(file, """{ "language": "en", "folders": { "inbox": 7 } }""");

        Assert.Equal(Language.English, LanguageOption.Of(["list", "--config", file], []));
        Assert.Equal(Language.Chinese, LanguageOption.Of(["list", "--config", file, "--lang", "zh"], []));
    }

    private static IReadOnlyList<string> Problems(string line, Language language)
    {
        var words = new ReportWords(language);
        ParseResult command = CommandTree.Create([], words).Parse(Words(line), CommandTree.Parsing);
        return command.Errors.Count > 0 ? UsageProblems.Of(command, words) : [];
    }

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
