using System.Diagnostics;

namespace Ingest.EndToEnd;

/// <summary>The recipes of src/Ingest.App/Deploy.</summary>
public class DeployTests
{
    private static string Recipe(string name) => Path.Combine(IngestProgram.Repository, "src/Ingest.App/Deploy", name);

    [ToolFact("systemd-analyze")]
    public void The_unit_is_one_that_systemd_understands()
    {
        string folder = Directory.CreateTempSubdirectory("ingest-unit-").FullName;
        try
        {
            // The program lies elsewhere, and its page is installed with it: neither is the unit's fault.
            string unit = Path.Combine(folder, "ingest.service");
            File.WriteAllLines(unit, File.ReadLines(Recipe("ingest.service")).Where(line => !line.StartsWith("Documentation=", StringComparison.Ordinal))
                .Select(line => line.Replace("/opt/ingest/ingest", Environment.ProcessPath, StringComparison.Ordinal)));

            Assert.Equal("", Complaints("systemd-analyze", "verify", unit));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
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
