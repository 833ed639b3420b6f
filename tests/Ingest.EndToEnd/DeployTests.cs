using System.Diagnostics;

namespace Ingest.EndToEnd;

/// <summary>The recipes of src/Ingest.App/Deploy.</summary>
public class DeployTests
{
    private static string Recipe(string name) => Path.Combine(IngestProgram.Repository, "src/Ingest.App/Deploy", name);

    [ToolTheory("systemd-analyze")]
    [InlineData("ingest.service", "ingest.service")]
    [InlineData("ingest-work@.service", "ingest-work@1.service")]
    public void The_unit_is_one_that_systemd_understands(string recipe, string name)
    {
        string folder = Directory.CreateTempSubdirectory("ingest-unit-").FullName;
        try
        {
            // The program lies elsewhere, and its page is installed with it: neither is the unit's fault.
            string unit = Path.Combine(folder, name);
            File.WriteAllLines(unit, File.ReadLines(Recipe(recipe)).Where(line => !line.StartsWith("Documentation=", StringComparison.Ordinal))
                .Select(line => line.Replace("/opt/ingest/ingest", Environment.ProcessPath, StringComparison.Ordinal)));

            Assert.Equal("", Complaints("systemd-analyze", "verify", unit));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Every variable stands for a setting that there is, and none of them for a secret itself.</summary>
    [Fact]
    public void The_recipe_of_a_cluster_sets_what_there_is_to_be_set_and_holds_no_secret()
    {
        string[] settings = [.. File.ReadLines(Recipe("compose.cluster.yaml")).Select(line => line.Trim()).Where(line => line.StartsWith("INGEST__", StringComparison.Ordinal)).Select(line => line.Split(": ", 2)[0]).Distinct()];
        using var schema = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(IngestProgram.Repository, "src/Ingest.App/Configuration/pipeline.schema.json")));

        Assert.InRange(settings.Length, 6, 20);
        Assert.All(settings, setting =>
        {
            System.Text.Json.JsonElement at = schema.RootElement;
            foreach (string part in setting.Split("__").Skip(1))
                at = at.GetProperty("properties").EnumerateObject().Single(property => property.Name.Equals(part, StringComparison.OrdinalIgnoreCase)).Value;
        });
        Assert.DoesNotContain(settings, setting => setting.EndsWith("PASSWORD", StringComparison.Ordinal));
    }

    [Fact]
    public void The_container_is_built_from_what_is_there()
    {
        string[] recipe = File.ReadAllLines(Recipe("Containerfile"));

        string publish = Assert.Single(recipe, line => line.StartsWith("RUN dotnet publish ", StringComparison.Ordinal));
        Assert.Contains("-p:PublishProfile=single", publish, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(IngestProgram.Repository, publish.Split(' ')[3], "Properties/PublishProfiles/single.pubxml")));
        Assert.Contains("USER $APP_UID", recipe);
    }

    private static string Complaints(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return error + output.GetAwaiter().GetResult();
    }
}
