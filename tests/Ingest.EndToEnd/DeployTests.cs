using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Ingest.EndToEnd;

/// <summary>The recipes of src/Ingest.App/Deploy.</summary>
public partial class DeployTests
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

    /// <summary>What a service reads it has been given, and what it waits for there is.</summary>
    [Fact]
    public void Secrets_volumes_and_services_of_the_recipe_of_a_cluster_are_declared_where_they_are_used()
    {
        string[] recipe = File.ReadAllLines(Recipe("compose.cluster.yaml"));
        Dictionary<string, string[]> services = Blocks(recipe, "services"), secrets = Blocks(recipe, "secrets"), volumes = Blocks(recipe, "volumes");

        Assert.Equal(["broker", "database", "rights", "tables", "watch", "work"], services.Keys.Order(StringComparer.Ordinal));
        Assert.All(services, service =>
        {
            string[] given = [.. service.Value.Where(line => line.StartsWith("secrets: [", StringComparison.Ordinal)).SelectMany(line => line["secrets: [".Length..^1].Split(", "))];
            string[] read = [.. service.Value.SelectMany(line => Secret().Matches(line)).Select(match => match.Groups[1].Value).Distinct()];
            Assert.Equal(read.Order(StringComparer.Ordinal), given.Where(name => name != "pgpass" || read.Contains(name)).Order(StringComparer.Ordinal));
            Assert.All(given, name => Assert.Contains(name, secrets.Keys));
            Assert.All(service.Value.Select(line => Needed().Match(line)).Where(match => match.Success), match => Assert.Contains(match.Groups[1].Value, services.Keys));
            Assert.All(service.Value.Select(line => Mounted().Match(line)).Where(match => match.Success), match => Assert.Contains(match.Groups[1].Value, volumes.Keys));
            // The broker's image ends at once where one of these is set.
            Assert.DoesNotContain(service.Value, line => line.StartsWith("RABBITMQ_", StringComparison.Ordinal) && line.Contains("_FILE:", StringComparison.Ordinal));
        });
        Assert.All(secrets, secret => Assert.Equal([$"{{ file: secrets/{secret.Key} }}"], secret.Value));
        Assert.Contains(services["watch"], line => line.EndsWith("Username=ingest_work", StringComparison.Ordinal));
        Assert.DoesNotContain(services["work"], line => line.Contains("STORE", StringComparison.Ordinal));
    }

    /// <summary>Readers are to meet their own limit before the system ends whatever is largest.</summary>
    [Theory]
    [InlineData("compose.cluster.yaml", "mem_limit: ")]
    [InlineData("compose.yaml", "mem_limit: ")]
    [InlineData("ingest.service", "MemoryMax=")]
    [InlineData("ingest-work@.service", "MemoryMax=")]
    public void The_memory_of_a_service_is_enough_for_its_readers(string recipe, string setting)
    {
        using var schema = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(IngestProgram.Repository, "src/Ingest.App/Configuration/pipeline.schema.json")));
        int reader = schema.RootElement.GetProperty("properties").GetProperty("readers").GetProperty("properties").GetProperty("memoryMegabytes").GetProperty("default").GetInt32();

        string[] limits = [.. File.ReadLines(Recipe(recipe)).Select(line => line.Trim()).Where(line => line.StartsWith(setting, StringComparison.Ordinal)).Select(line => line[setting.Length..].ToUpperInvariant())];

        Assert.All(limits, limit => Assert.InRange(int.Parse(limit.TrimEnd('G'), System.Globalization.CultureInfo.InvariantCulture) * 1024, (2 * reader) + 1024, int.MaxValue));
        Assert.NotEmpty(limits);
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

    /// <summary>The lines below each name of a part of the recipe, without their indents.</summary>
    private static Dictionary<string, string[]> Blocks(string[] recipe, string part)
    {
        var blocks = new Dictionary<string, List<string>>();
        foreach (string line in recipe.SkipWhile(line => line != part + ":").Skip(1).TakeWhile(line => line.Length == 0 || line[0] == ' ').Where(line => !line.TrimStart().StartsWith('#')))
            if (Named().Match(line) is { Success: true } name)
                blocks[name.Groups[1].Value] = name.Groups[2].Length > 0 ? [name.Groups[2].Value] : [];
            else if (line.Length > 0)
                blocks.Last().Value.Add(line.Trim());
        return blocks.ToDictionary(block => block.Key, block => block.Value.ToArray());
    }

    [GeneratedRegex("^  ([a-z_]+): ?(?:&[a-z]+)? ?(.*)$")]
    private static partial Regex Named();

    [GeneratedRegex("/run/secrets/([a-z_]+)")]
    private static partial Regex Secret();

    [GeneratedRegex("^([a-z_]+): { condition: ")]
    private static partial Regex Needed();

    /// <summary>A volume of the recipe itself; a folder beside it begins with a point.</summary>
    [GeneratedRegex("^(?:- |volumes: \\[)([a-z]+):/")]
    private static partial Regex Mounted();

    private static string Complaints(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return error + output.GetAwaiter().GetResult();
    }
}
