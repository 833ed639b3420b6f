using System.Runtime.CompilerServices;

namespace Ingest.Architecture.Tests;

public class NameTests
{
    /// <summary>Nested types and private ones too: who reads a name should not have to ask which of two is meant.</summary>
    [Fact]
    public void A_name_means_one_type()
    {
        string[] doubles = [.. Sources.Assemblies.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Namespace?.StartsWith("Ingest.", StringComparison.Ordinal) == true && !IsMadeByTheCompiler(type))
            .GroupBy(type => type.Name.Split('`')[0])
            .Where(same => same.Count() > 1)
            .Select(same => string.Join(", ", same.Select(type => type.FullName)))];

        Assert.Equal([], doubles);
    }

    private static bool IsMadeByTheCompiler(Type type) =>
        type.Name.Contains('<', StringComparison.Ordinal) || type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        || (type.DeclaringType is { } outer && IsMadeByTheCompiler(outer));
}
