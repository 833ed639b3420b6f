using Spectre.Console;

namespace Ingest.App.Cli;

/// <summary>A console for a command's output.</summary>
internal static class Screen
{
    /// <summary>The terminal when the output is one; otherwise plain lines of any length.</summary>
    public static IAnsiConsole For(TextWriter output)
    {
        if (ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected)
            return AnsiConsole.Console;
        IAnsiConsole plain = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        plain.Profile.Width = 100_000;
        return plain;
    }
}
