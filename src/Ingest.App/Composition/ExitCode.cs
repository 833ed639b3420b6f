namespace Ingest.App.Composition;

/// <summary>What the program's exit code means.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>At least one file could not be read.</summary>
    public const int UnreadableFile = 1;

    /// <summary>Wrong arguments or settings; each problem is one sentence on standard error.</summary>
    public const int WrongUsage = 2;

    /// <summary>Everything was read, and there are findings as grave as --fail-on says.</summary>
    public const int Findings = 3;

    /// <summary>The output could not be written.</summary>
    public const int OutputFailed = 4;

    /// <summary>The command could not do its work: the store cannot be used, another process has the inbox, the watcher died.</summary>
    public const int Failed = 5;

    /// <summary>Stopped by Ctrl-C or SIGTERM, as shells report it (128 + SIGINT).</summary>
    public const int Cancelled = 130;
}
