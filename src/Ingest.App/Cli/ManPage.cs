using System.CommandLine;
using Ingest.App.Words;

namespace Ingest.App.Cli;

/// <summary>A command with all below it as a page for man(1), in the macros of man(7).</summary>
internal sealed class ManPage(ReportWords words, TextWriter output)
{
    public void Write(Command root)
    {
        output.WriteLine($".TH INGEST 1 \"\" \"{Of(ProgramVersion.Text)}\"");
        Section(words.Say("名称", "NAME"));
        output.WriteLine($"ingest \\- {Of(root.Description)}");
        Section(words.Say("命令", "COMMANDS"));
        foreach (Command command in root.Subcommands.Where(command => !command.Hidden))
            Write(command, "ingest");
        Section(words.Say("各命令共有的选项", "OPTIONS OF EVERY COMMAND"));
        Options(root.Options.Where(option => option.Recursive));
        Section(words.Say("退出码", "EXIT CODES"));
        foreach ((string code, string meaning) in ExitCodes())
            Entry(code, meaning);
    }

    private void Write(Command command, string above)
    {
        string name = $"{above} {command.Name}";
        output.WriteLine($".SS {Of(string.Join(' ', [name, .. command.Arguments.Select(argument => $"<{argument.Name}>")]))}");
        output.WriteLine(Of(command.Description));
        foreach (Argument argument in command.Arguments)
            Entry($"<{argument.Name}>", argument.Description);
        Options(command.Options.Where(option => !option.Recursive));
        foreach (Command below in command.Subcommands.Where(below => !below.Hidden))
            Write(below, name);
    }

    private void Options(IEnumerable<Option> options)
    {
        foreach (Option option in options.Where(option => !option.Hidden))
            Entry(string.Join(", ", option.Aliases.Append(option.Name).Where(name => name.StartsWith('-')).OrderBy(name => name.Length)) + (option.HelpName is null ? "" : $" <{option.HelpName}>"), option.Description);
    }

    private IEnumerable<(string Code, string Meaning)> ExitCodes() =>
    [
        ("0", words.Say("全部读取；report 没有达到 --fail-on 程度的疑点。", "Everything was read; for report, nothing as grave as --fail-on says.")),
        ("1", words.Say("至少一个文件无法读取，或底稿中有结论未能记录。", "At least one file could not be read, or a verdict of a working paper was not taken.")),
        ("2", words.Say("用法或设置有误。", "Wrong usage or settings.")),
        ("3", words.Say("report：有达到 --fail-on 程度的疑点。", "report: there are findings as grave as --fail-on says.")),
        ("4", words.Say("输出无法写入。", "The output could not be written.")),
        ("5", words.Say("数据库无法使用，收件箱被另一进程占用，或监视进程中止。", "The store cannot be used, another process has the inbox, or the watcher died.")),
        ("130", words.Say("被 Ctrl-C 中断。", "Stopped by Ctrl-C.")),
    ];

    private void Section(string name) => output.WriteLine($".SH {Of(name)}");

    private void Entry(string label, string? text)
    {
        output.WriteLine(".TP");
        output.WriteLine($".B {Of(label)}");
        output.WriteLine(Of(text));
    }

    /// <summary>A backslash and a dash are signs of the macros, and so is a dot or an apostrophe at the beginning of a line.</summary>
    private static string Of(string? text)
    {
        string plain = (text ?? "").Replace("\\", "\\e", StringComparison.Ordinal).Replace("-", "\\-", StringComparison.Ordinal).ReplaceLineEndings(" ");
        return plain.StartsWith('.') || plain.StartsWith('\'') ? "\\&" + plain : plain;
    }
}
