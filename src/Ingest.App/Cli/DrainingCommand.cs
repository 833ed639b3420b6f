using System.CommandLine;

namespace Ingest.App.Cli;

/// <summary>A command that brings what it has begun to a good end after Ctrl-C or SIGTERM, however long its settings allow.</summary>
internal sealed class DrainingCommand(string name, string description) : Command(name, description);
