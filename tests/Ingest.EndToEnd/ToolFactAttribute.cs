namespace Ingest.EndToEnd;

/// <summary>A test that needs a program of the system; skipped where it is not installed.</summary>
internal sealed class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute(string tool)
    {
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!Array.Exists(folders, folder => File.Exists(Path.Combine(folder, tool))))
            Skip = $"Needs {tool}, which is not installed.";
    }
}
