using System.Reflection;

namespace Ingest.App.Readers;

/// <summary>How to start a reader process.</summary>
internal sealed record ReaderCommandLine(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>Name of the hidden subcommand.</summary>
    public const string Subcommand = "read-frames";

    /// <summary>This program again, whether it was started by its own name or through <c>dotnet</c>.</summary>
    public static ReaderCommandLine OfThisProgram()
    {
        string self = Environment.ProcessPath ?? throw new InvalidOperationException("The path of this program is not known.");
        bool hosted = Path.GetFileNameWithoutExtension(self).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        return new ReaderCommandLine(self, hosted ? [Path.Combine(AppContext.BaseDirectory, Assembly.GetExecutingAssembly().GetName().Name + ".dll"), Subcommand] : [Subcommand]);
    }
}
