using System.CommandLine;
using Ingest.App.Composition;
using Ingest.App.Words;

namespace Ingest.App.Cli;

internal enum CompletionShell
{
    Bash,
    Zsh,
    PowerShell,
}

/// <summary><c>ingest completion SHELL</c>: a script that completes commands, options and their values as the program itself knows them.</summary>
internal static class CompletionCommand
{
    /// <summary>Asks the program: <c>[suggest:N]</c> is answered with what may stand at that place of the line.</summary>
    private const string Bash =
        """
        _ingest() {
            local IFS=$'\n'
            COMPREPLY=($(compgen -W "$(ingest "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _ingest ingest
        """;

    private const string Zsh =
        """
        #compdef ingest
        _ingest() {
            local -a words_known
            words_known=("${(@f)$(ingest "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
            compadd -- $words_known
            _files
        }
        compdef _ingest ingest
        """;

    private const string PowerShell =
        """
        Register-ArgumentCompleter -Native -CommandName ingest -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            ingest "[suggest:$cursorPosition]" "$commandAst" 2>$null |
                Where-Object { $_ -like "$wordToComplete*" } |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }
        """;

    public static Command Create(ReportWords words)
    {
        var shell = new Argument<CompletionShell>("SHELL")
        {
            Description = words.Say("bash、zsh 或 powershell。", "bash, zsh or powershell."),
            CustomParser = Choice.Parser<CompletionShell>("<SHELL>", words),
        };
        var command = new Command("completion", words.Say(
            "输出命令行自动补全脚本；如在 ~/.bashrc 中写 source <(ingest completion bash)。",
            "Write a script for completion on the command line; put 'source <(ingest completion bash)' into ~/.bashrc, for instance.")) { shell };
        command.SetAction(arguments =>
        {
            arguments.InvocationConfiguration.Output.WriteLine(arguments.GetValue(shell) switch { CompletionShell.Bash => Bash, CompletionShell.Zsh => Zsh, _ => PowerShell });
            return ExitCode.Done;
        });
        return command;
    }
}
