using System.Reflection;
using System.Runtime.CompilerServices;
using Ingest.Contract.Documents;

namespace Ingest.Architecture.Tests;

/// <summary>What travels between the stages is shared by threads and kept by callers.</summary>
public class ContractTests
{
    [Fact]
    public void What_travels_between_the_stages_cannot_be_changed_afterwards()
    {
        string[] changeable = [.. Travelling.SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(property => property.SetMethod is { } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}")];

        Assert.Equal([], changeable);
    }

    [Fact]
    public void What_travels_between_the_stages_has_no_open_fields() => Assert.All(
        Travelling.Where(type => !type.IsEnum).SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Instance)),
        field => Assert.True(field.IsInitOnly, $"{field.DeclaringType}.{field.Name}"));

    private static IEnumerable<Type> Travelling => typeof(BudgetDocument).Assembly.GetExportedTypes();
}
