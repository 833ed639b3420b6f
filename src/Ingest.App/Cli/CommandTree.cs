using System.CommandLine;
using System.CommandLine.Help;
using Ingest.App.Words;

namespace Ingest.App.Cli;

/// <summary>All commands of the program.</summary>
internal static class CommandTree
{
    /// <summary>A file whose name begins with @ is a file, and no list of arguments.</summary>
    public static ParserConfiguration Parsing { get; } = new() { ResponseFileTokenReplacer = null };

    /// <param name="settings">Arguments that override settings.</param>
    /// <param name="words">In the language that help and complaints are written in.</param>
    public static RootCommand Create(IReadOnlyList<string> settings, ReportWords words)
    {
        var engine = new EngineOptions(words);
        Option<string?> language = LanguageOption.Create(words);
        var composition = new CompositionOptions(settings, engine, language, words);
        var root = new RootCommand(words.Say(
            "读取政府部门公开的部门预算、部门决算（PDF），逐项核对各表与文字中的金额，并出具报告。",
            "Reads published department budgets (部门预算/决算 PDF), checks every figure against every other and reports."))
        {
            ExtractCommand.Create(engine, words),
            ReportCommand.Create(engine, words),
            InspectCommand.Create(engine, words),
            CompareCommand.Create(engine, words),
            WatchCommand.Create(composition),
            RunCommand.Create(composition),
            ReprocessCommand.Create(composition),
            ListCommand.Create(composition),
            ShowCommand.Create(composition),
            VerdictCommand.Create(composition),
            ReviewCommand.Create(composition),
            ReviewersCommand.Create(composition),
            ExportCommand.Create(composition),
            StatusCommand.Create(composition),
            CheckCommand.Create(composition),
            LayoutsCommand.Create(engine, words),
            OcrCommand.Create(composition),
            RebuildCommand.Create(composition),
            BackupCommand.Create(composition),
            RestoreCommand.Create(composition),
            StoreCommand.Create(composition),
            HelpCommand.Create(words),
            CompletionCommand.Create(words),
            ManCommand.Create(words),
            ReadFramesCommand.Create(),
        };
        root.Options.Add(composition.Config);
        engine.AddTo(root);
        root.Options.Add(language);
        root.SetAction(WatchCommand.Action(composition));
        Describe(root, words);
        return root;
    }

    /// <summary>How long after being asked to stop the process may still take.</summary>
    public static TimeSpan TerminationTime(ParseResult arguments) =>
        arguments.CommandResult.Command is DrainingCommand or RootCommand ? TimeSpan.FromHours(2) : TimeSpan.FromSeconds(2);

    /// <summary>The options that come with the command line itself.</summary>
    private static void Describe(RootCommand root, ReportWords words)
    {
        foreach (Option option in root.Options)
            switch (option)
            {
                case HelpOption help:
                    help.Description = words.Say("显示命令的用法。", "Show how a command is used.");
                    help.Action = new HelpScreen(words);
                    break;
                case VersionOption version:
                    version.Description = words.Say("显示程序版本。", "Show the version of the program.");
                    break;
            }
    }
}
