using System.Reflection;

namespace Ingest.App;

/// <summary>Version of the program as built.</summary>
internal static class ProgramVersion
{
    public static string Text { get; } =
        "ingest " + (typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0");
}
