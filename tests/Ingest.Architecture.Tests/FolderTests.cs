using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace Ingest.Architecture.Tests;

public partial class FolderTests(ITestOutputHelper output)
{
    [Fact]
    public void Folders_know_each_other_in_one_direction()
    {
        FolderGraph folders = Sources.Folders;
        IReadOnlyList<string> cycles = folders.Cycles();
        output.WriteLine($"{folders.Count} folders, {cycles.Count} cycles");

        Assert.True(Sources.Assemblies.Count >= Sources.Projects.Count - 1, "Not all projects were compiled.");
        Assert.Equal([], cycles);
    }

    /// <summary>Otherwise the test above would speak of namespaces and not of folders.</summary>
    [Fact]
    public void A_namespace_is_where_its_folder_says()
    {
        string[] elsewhere = [.. Sources.Projects.SelectMany(Sources.Files).Where(file =>
        {
            string expected = Path.GetDirectoryName(Path.GetRelativePath(Sources.Folder, file))!.Replace(Path.DirectorySeparatorChar, '.');
            Match declared = NamespaceOf().Match(File.ReadAllText(file));
            return declared.Success && declared.Groups[1].Value != expected;
        })];

        Assert.Equal([], elsewhere);
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceOf();
}
