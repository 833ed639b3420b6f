using System.Reflection;
using System.Text.RegularExpressions;
using PublicApiGenerator;

namespace Ingest.Architecture.Tests;

/// <summary>
/// What programs that use the libraries see of them, kept as text: a change of it is a decision and not a side effect.
/// <c>INGEST_BASELINE=new dotnet test tests/Ingest.Architecture.Tests -c Release --filter PublicApiTests</c> keeps it as it is now.
/// </summary>
public partial class PublicApiTests
{
    /// <summary>Of Core: what reads, checks, binds and names. The types that rules are made of are public to each other and no promise.</summary>
    private static readonly string[] _promised = ["Ingest.Core", "Ingest.Core.Checks", "Ingest.Core.Layouts", "Ingest.Core.Statements.Forms"];

    private static ApiGeneratorOptions Options(Assembly library) => new()
    {
        IncludeAssemblyAttributes = false,
        IncludeTypes = [.. library.GetExportedTypes().Where(type => library.GetName().Name != "Ingest.Core" || _promised.Contains(type.Namespace))],
        ExcludeAttributes = ["System.Runtime.CompilerServices.IsReadOnlyAttribute", "System.Text.RegularExpressions.GeneratedRegexAttribute", "System.CodeDom.Compiler.GeneratedCodeAttribute"],
    };

    public static TheoryData<string> Libraries => ["Ingest.Contract", "Ingest.Pdf", "Ingest.Tables", "Ingest.Core"];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void What_a_library_shows_is_what_was_agreed(string library)
    {
        string kept = Path.Combine(Sources.Folder, "..", "tests", "Ingest.Architecture.Tests", "PublicApi", library + ".txt");
        // Versions of stages are raised with every change of results; that they are there is the interface.
        Assembly compiled = Sources.Assemblies.Single(assembly => assembly.GetName().Name == library);
        string shown = Version().Replace(compiled.GeneratePublicApi(Options(compiled)).ReplaceLineEndings("\n"), "$1;");
        if (Environment.GetEnvironmentVariable("INGEST_BASELINE") == "new")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(kept)!);
            File.WriteAllText(kept, shown);
        }

        string[] agreed = File.ReadAllLines(kept), now = shown.TrimEnd('\n').Split('\n');
        Assert.True(agreed.SequenceEqual(now), $"{library} shows something else.\n{Difference("gone", agreed, now)}{Difference("new", now, agreed)}If that is meant: INGEST_BASELINE=new (see {nameof(PublicApiTests)}).");
    }

    private static string Difference(string what, string[] these, string[] others) => string.Concat(these.Except(others).Select(line => $"{what}: {line.Trim()}\n"));

    [GeneratedRegex("(public const int Version) = [0-9]+;")]
    private static partial Regex Version();
}
