using Ingest.Contract.Text;

namespace Ingest.App.Configuration;

/// <summary>The settings cannot be used. Each problem is one sentence for a person.</summary>
internal sealed class SettingsException(IReadOnlyList<Phrase> problems) : Exception(string.Join(Environment.NewLine, problems.Select(problem => problem.English)))
{
    public SettingsException(Phrase problem)
        : this([problem])
    {
    }

    public IReadOnlyList<Phrase> Problems { get; } = problems;
}
