using System.Text.Json.Nodes;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks;

namespace Ingest.Core.Tests.Checks;

/// <summary>The faults of fixtures/faults, planted into the seed, and those of the practice documents.</summary>
public sealed class PlantedFaultTests
{
    public static TheoryData<string> Faults { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Samples.Repository, "fixtures", "faults"), "*.expected.json")
            .Where(path => PracticeFolder.Faults(path).Count > 0)
            .Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_planted_fault_is_the_only_error_and_its_place_is_named_first(string file)
    {
        JsonObject fault = Assert.Single(PracticeFolder.Faults(Path.Combine(Samples.Repository, "fixtures", "faults", file)));

        Finding finding = Assert.Single(Errors(Plant(Samples.Seed, fault)));

        AssertNamed(finding, fault);
    }

    [PracticeFact]
    public void Faults_of_practice_documents_are_found_and_named()
    {
        foreach (string path in PracticeFolder.Truths())
            foreach (JsonObject fault in PracticeFolder.Faults(path))
                AssertNamed(Assert.Single(Errors(TruthDocument.Load(path))), fault);
    }

    private static void AssertNamed(Finding finding, JsonObject fault)
    {
        Suspect suspect = finding.Suspects[0];
        string? code = Text(fault, "code");
        Assert.Equal(Text(fault, "statement"), suspect.Cell.Statement);
        Assert.True(suspect.Cell.Code == code || suspect.Cell.Code == Text(fault["parent"]?.AsObject(), "code"), $"{suspect.Cell.Code} is named first");
        JsonArray cells = fault["cells"]?.AsArray() ?? [];
        if (cells.Count == 0)
            return;
        JsonObject cell = cells.Select(node => node!.AsObject()).First(node => Text(node, "column") == suspect.Cell.Column);
        Assert.Equal(cell["true"]?.GetValue<decimal>() ?? 0m, suspect.Suggested ?? 0m);
    }

    private static BudgetDocument Plant(BudgetDocument document, JsonObject fault)
    {
        string statement = Text(fault, "statement")!;
        string row = Text(fault, "project") ?? Text(fault, "code") ?? Text(fault, "name")!;
        if (Text(fault, "kind") == "dropped-row")
            return document.Drop(statement, row);
        if (Text(fault, "kind") == "duplicated-row")
            return document.Repeat(statement, row);
        foreach (JsonNode? cell in fault["cells"]!.AsArray())
            document = document.Print(statement, row, Text(cell!.AsObject(), "column")!, Printed(cell["printed"]));
        return document;
    }

    /// <summary>With the two decimals that every amount of the seed has.</summary>
    private static decimal? Printed(JsonNode? amount) => amount is null ? null : amount.GetValue<decimal>() + 0.00m;

    private static string? Text(JsonObject? json, string name) => json?[name]?.GetValue<string>();

    private static Finding[] Errors(BudgetDocument document) =>
        [.. Reconciler.Reconcile(document, ReconciliationOptions.Default, CancellationToken.None).Findings.Where(finding => finding.Severity == Severity.Error)];
}
