namespace Ingest.App.Configuration;

/// <summary>The settings cannot be used. Each problem is one sentence for a person.</summary>
internal sealed class SettingsException(IReadOnlyList<string> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    public IReadOnlyList<string> Problems { get; } = problems;
}
