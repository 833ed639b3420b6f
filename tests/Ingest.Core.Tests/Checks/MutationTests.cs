using System.Globalization;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks;
using Xunit.Abstractions;

namespace Ingest.Core.Tests.Checks;

/// <summary>
/// Every amount of every table of the seed is altered in turn. A mutation is caught when an error points at the
/// altered cell (or row), and named when the first suspect is that cell (or row).
/// </summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    /// <param name="caught">Share that must be caught, in percent of those tried.</param>
    /// <param name="named">Share for which the first suspect must be right.</param>
    [Theory]
    [InlineData("+0.03", 100, 100)]
    [InlineData("+1.00", 100, 100)]
    [InlineData("×10", 100, 100)]
    [InlineData("swapped", 100, 100)]
    [InlineData("blanked", 100, 100)]
    [InlineData("moved", 100, 100)]
    [InlineData("dropped", 100, 100)]
    [InlineData("doubled", 100, 100)]
    public void Altered_amounts_are_caught_and_named(string kind, int caught, int named)
    {
        Mutation[] mutations = [.. Mutations.Of(Samples.Seed, kind)];

        (bool Caught, bool Named, string What)[] results = [.. mutations.Select(Try)];

        int caughtCount = results.Count(result => result.Caught);
        int namedCount = results.Count(result => result.Named);
        output.WriteLine($"{kind}: {results.Length} tried, caught {Percent(caughtCount)} %, named {Percent(namedCount)} %");
        foreach ((bool wasCaught, bool wasNamed, string what) in results.Where(result => !result.Named))
            output.WriteLine($"  {(wasCaught ? "named another" : "missed")}: {what}");
        Assert.NotEmpty(results);
        Assert.True(caughtCount * 100 >= caught * results.Length, $"caught {caughtCount} of {results.Length}");
        Assert.True(namedCount * 100 >= named * results.Length, $"named {namedCount} of {results.Length}");

        string Percent(int count) => (100m * count / results.Length).ToString("F1", CultureInfo.InvariantCulture);
    }

    private static (bool Caught, bool Named, string What) Try(Mutation mutation)
    {
        Finding[] errors = [.. Reconciler.Reconcile(mutation.Document, ReconciliationOptions.Default, CancellationToken.None)
            .Findings.Where(finding => finding.Severity == Severity.Error)];
        Finding? hit = Array.Find(errors, finding => finding.Cells.Any(mutation.IsMeant));
        bool named = hit is { Suspects.IsEmpty: false } && mutation.IsMeant(hit.Suspects[0].Cell);
        return (hit is not null, named, $"{mutation.What} {hit?.Suspects.FirstOrDefault()?.Cell}");
    }
}
