using Ingest.App.Words;

namespace Ingest.App.Cli;

/// <summary>Reads a password: from the keyboard without showing it, or a line of what is piped in.</summary>
internal static class PasswordInput
{
    public static async Task<string> ReadAsync(ReportWords words, TextWriter prompt, CancellationToken cancellation)
    {
        if (Console.IsInputRedirected)
            return await Console.In.ReadLineAsync(cancellation) ?? "";
        await prompt.WriteAsync(words.Say("口令：", "Password: "));
        var typed = new System.Text.StringBuilder();
        for (ConsoleKeyInfo key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            cancellation.ThrowIfCancellationRequested();
            if (key.Key != ConsoleKey.Backspace)
                typed.Append(key.KeyChar);
            else if (typed.Length > 0)
                typed.Length--;
        }

        await prompt.WriteLineAsync();
        return typed.ToString();
    }
}
