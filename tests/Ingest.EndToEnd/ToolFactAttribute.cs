namespace Ingest.EndToEnd;

/// <summary>A test that needs a program of the system; skipped where it is not installed.</summary>
internal sealed class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute(string tool) => Skip = Missing(tool);

    /// <summary>Null where it is installed.</summary>
    public static string? Missing(string tool) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, tool))) ? null : $"Needs {tool}, which is not installed.";
}

/// <inheritdoc cref="ToolFactAttribute"/>
internal sealed class ToolTheoryAttribute : TheoryAttribute
{
    public ToolTheoryAttribute(string tool) => Skip = ToolFactAttribute.Missing(tool);
}
