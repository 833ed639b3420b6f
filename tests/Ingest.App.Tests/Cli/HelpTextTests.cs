using System.CommandLine;
using Ingest.App.Cli;
using Ingest.App.Words;
using Ingest.Contract.Text;

namespace Ingest.App.Tests.Cli;

public class HelpTextTests
{
    private static readonly ReportWords _chinese = new(Language.Chinese);

    private static readonly ReportWords _english = new(Language.English);

    [Fact]
    public void Everything_that_can_be_written_on_a_command_line_is_described_in_both_languages()
    {
        string[] chinese = [.. Descriptions(CommandTree.Create([], _chinese))];
        string[] english = [.. Descriptions(CommandTree.Create([], _english))];

        Assert.True(chinese.Length > 60, $"Only {chinese.Length} descriptions were found.");
        Assert.Equal(chinese.Length, english.Length);
        Assert.All(chinese, text => Assert.Matches("[\u4e00-\u9fff].*。$", text));
        Assert.All(english, text => Assert.Matches("^[A-Za-z][^。，]*\\.$", text));
    }

    [Fact]
    public void Columns_line_up_where_a_Chinese_character_takes_two_places()
    {
        var command = new Command("list", "列出文件。")
        {
            new Argument<string>("DOC") { Description = "文件编号。" },
            new Option<string>("--body", "-b") { Description = "只要名称含有此文字的部门，可重复。", HelpName = "NAME" },
            new Option<bool>("--json") { Description = "每行输出一个 JSON 对象。" },
            new Option<bool>("--hidden") { Description = "不显示。", Hidden = true },
        };
        _ = new RootCommand { command };

        Assert.Equal(
            """
            列出文件。

            用法：
              root list <DOC> [选项]

            参数：
              <DOC>  文件编号。

            选项：
              -b, --body <NAME>  只要名称含有此文字
                                 的部门，可重复。
              --json             每行输出一个 JSON
                                 对象。

            各命令共有的选项：
              -h, -?, --help  HELP

            """,
            Shown(command, 40));
    }

    [Fact]
    public void A_label_that_is_wider_than_its_column_has_a_line_of_its_own()
    {
        var command = new Command("x", "X.") { new Option<bool>("--a-name-that-is-longer-than-its-column") { Description = "Long." }, new Option<bool>("--b") { Description = "Short." } };

        Assert.Contains("  --a-name-that-is-longer-than-its-column\n       Long.\n  --b  Short.\n", Shown(command, 80, _english), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("一二三四五六", 8, "一二三四|五六")]
    [InlineData("一二三四，五六", 8, "一二三|四，五六")]
    [InlineData("一二三（四）五", 7, "一二三|（四）|五")]
    [InlineData("one two three", 7, "one two|three")]
    [InlineData("one two-and-three-quarters", 7, "one|two-and-three-quarters")]
    [InlineData("用 INGEST__LANGUAGE 设", 12, "用|INGEST__LANGUAGE|设")]
    [InlineData("", 8, "")]
    public void Lines_break_at_blanks_and_between_characters_but_never_before_a_stop(string text, int width, string lines) =>
        Assert.Equal(lines.Split('|'), TerminalText.Wrap(text, width));

    private static IEnumerable<string> Descriptions(Command command) =>
    [
        command.Description ?? "",
        .. command.Arguments.Select(argument => argument.Description ?? ""),
        .. command.Options.Select(option => option.Description ?? ""),
        .. command.Subcommands.Where(sub => !sub.Hidden).SelectMany(Descriptions),
    ];

    private static string Shown(Command command, int width, ReportWords? words = null)
    {
        // The name of the root and the texts of its own options belong to the command line library.
        if (command.Parents.FirstOrDefault() is RootCommand root)
            foreach (Option option in root.Options)
                (option.Description, option.Hidden) = ("HELP", option is VersionOption);
        var output = new StringWriter { NewLine = "\n" };
        new HelpText(words ?? _chinese, output, width).Show(command);
        return output.ToString().Replace(RootCommand.ExecutableName, "root", StringComparison.Ordinal);
    }
}
