using System.Reflection;

namespace Ingest.App;

/// <summary>Version and commit of the program as built: <c>ingest 0.1.0+5f3a…</c>; no commit when it was built outside a checkout.</summary>
internal static class ProgramVersion
{
    public static string Text { get; } =
        "ingest " + (typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0");
}
