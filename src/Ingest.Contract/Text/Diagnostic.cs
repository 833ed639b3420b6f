namespace Ingest.Contract.Text;

/// <summary>How grave a diagnostic or a finding is.</summary>
public enum Severity
{
    Info,
    Warning,
    Error,
}

/// <summary>
/// Something a stage has to say about the file itself, as opposed to what the document's figures say.
/// </summary>
/// <param name="Code">Stable, kebab-case: <c>image-only</c>, <c>hidden-numbers</c>, <c>limit-letters</c> …</param>
/// <param name="Severity"><see cref="Severity.Error"/> when a page or the file could not be read.</param>
/// <param name="Message">One sentence for a person: what happened, where, what to do.</param>
/// <param name="Page">1-based page, or null when it concerns the whole file.</param>
public sealed record Diagnostic(string Code, Severity Severity, Phrase Message, int? Page = null)
{
    /// <summary><see cref="Code"/> of a page whose text was recognised in a picture of it.</summary>
    public const string Recognised = "recognised";
}
