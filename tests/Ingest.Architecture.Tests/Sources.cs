using System.Reflection;
using System.Xml.Linq;
using ArchUnitNET.Loader;

namespace Ingest.Architecture.Tests;

/// <summary>The projects of <c>src/</c>: as files, and as compiled.</summary>
internal static class Sources
{
    private static readonly string _repository = typeof(Sources).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "Repository").Value!;

    public static string Folder { get; } = Path.GetFullPath(Path.Combine(_repository, "src"));

    public static IReadOnlyList<string> Projects { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    /// <summary>What is compiled here: all but an engine that this build leaves out.</summary>
    public static IReadOnlyList<Assembly> Assemblies { get; } =
        [.. Projects.Select(AssemblyName).Where(name => File.Exists(Path.Combine(AppContext.BaseDirectory, name + ".dll"))).Select(Assembly.Load)];

    public static FolderGraph Folders { get; } = FolderGraph.Of(new ArchLoader().LoadAssemblies([.. Assemblies]).Build());

    /// <summary>Source files of a project; nothing that the build made.</summary>
    public static IEnumerable<string> Files(string project)
    {
        string folder = Path.GetDirectoryName(project)!;
        string[] made = [Path.Combine(folder, "obj") + Path.DirectorySeparatorChar, Path.Combine(folder, "bin") + Path.DirectorySeparatorChar];
        return Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Array.Exists(made, made => file.StartsWith(made, StringComparison.Ordinal)));
    }

    private static string AssemblyName(string project) =>
        XDocument.Load(project).Descendants("AssemblyName").FirstOrDefault()?.Value ?? Path.GetFileNameWithoutExtension(project);
}
