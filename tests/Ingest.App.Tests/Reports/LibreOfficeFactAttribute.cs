namespace Ingest.App.Tests.Reports;

/// <summary>Skipped where LibreOffice is not installed: it is another program's opinion of our workbooks.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LibreOfficeFactAttribute : FactAttribute
{
    public const string Program = "soffice";

    public LibreOfficeFactAttribute()
    {
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, Program))))
            Skip = "LibreOffice (soffice) is not installed; install libreoffice-calc to have workbooks recalculated by it.";
    }
}
