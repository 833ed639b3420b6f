using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Ingest.EndToEnd;

/// <summary>The packages as a stranger meets them: an empty folder, no other source, what the packages' pages say.</summary>
public sealed partial class PackageTests(Packages packages) : IClassFixture<Packages>
{
    private static string Faulty => IngestProgram.Fixture("faults/digit-typo-t05.pdf");

    [Fact]
    public void The_tool_is_installed_from_its_package_and_reads_a_document_in_a_process_of_its_own()
    {
        string folder = packages.Empty("tool");
        packages.Dotnet(folder, "tool", "install", "Ingest.Tool", "--version", packages.Version, "--tool-path", folder);
        string tool = Path.Combine(folder, OperatingSystem.IsWindows() ? "ingest.exe" : "ingest");

        Outcome report = packages.Start(tool, folder, "report", Faulty, "--lang", "en");

        Assert.Equal(3, report.ExitCode);
        Assert.Contains("6.66", report.Output, StringComparison.Ordinal);
        Assert.Equal(0, packages.Start(tool, folder, "run", Path.GetDirectoryName(IngestProgram.Fixture("pair-2024/pair-2024.pdf"))!).ExitCode);
    }

    [Fact]
    public void Every_package_says_what_it_is_under_which_licence_and_how_it_is_used()
    {
        Assert.NotEmpty(packages.Files);
        Assert.All(packages.Files, file =>
        {
            using ZipArchive package = ZipFile.OpenRead(file);
            XElement about = XDocument.Load(package.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open()).Root!.Elements().First();
            string? Said(string name) => about.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value;
            Assert.Equal("MIT", Said("license"));
            Assert.DoesNotContain("Package Description", Said("description"), StringComparison.Ordinal);
            Assert.NotNull(package.GetEntry(Said("readme")!));
            Assert.NotNull(package.GetEntry(Said("icon")!));
        });
    }

    [Theory]
    [InlineData("Ingest.Budgets", "Error: ", "2101101 ")]
    [InlineData("Ingest.Pdf", " letters, ")]
    [InlineData("Ingest.Tables", " grids, ")]
    [InlineData("Ingest.Core", "xinjiang-2024: ")]
    [InlineData("Ingest.Pdf.PdfPig", " letters, and ")]
    public void What_the_page_of_a_library_shows_compiles_against_its_package_and_runs(string package, params string[] printed)
    {
        string[] programs = Programs(package);
        Assert.Equal(printed.Length, programs.Length);
        for (int number = 0; number < programs.Length; number++)
            Assert.Contains(printed[number], Run($"{package}-{number}", programs[number], Needed(package), Faulty), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_page_of_the_contract_shows_reads_what_the_program_wrote()
    {
        string folder = packages.Empty("written");
        IngestProgram.Run("extract", Faulty, "-o", folder);

        string printed = Run("contract", Assert.Single(Programs("Ingest.Contract")), ["Ingest.Contract"], Directory.EnumerateFiles(folder, "*.json").Single());

        Assert.Contains(" 2024: 11 statements", printed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ingest.Store", "sqlite", "2024 新疆维吾尔自治区数字化发展局: ")]
    [InlineData("Ingest.Store.LiteDb", "litedb", "Stored: 1")]
    public void What_the_page_of_a_store_shows_reads_what_the_program_stored(string package, string kind, string printed)
    {
        using var place = new Installation(store: kind);
        place.Run("run", Faulty);

        Assert.Contains(printed, Run(package, Assert.Single(Programs(package)), [package], place.Store), StringComparison.Ordinal);
    }

    private static string[] Needed(string package) => package switch
    {
        "Ingest.Tables" or "Ingest.Core" => [package, "Ingest.Budgets"],
        _ => [package],
    };

    private static string[] Programs(string package) =>
        [.. Blocks.Matches(File.ReadAllText(Path.Combine(IngestProgram.Repository, "src", package, "README.md"))).Select(match => match.Groups["code"].Value)];

    private string Run(string name, string program, string[] needed, string argument)
    {
        string folder = packages.Empty(name);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), program);
        File.WriteAllText(Path.Combine(folder, "sample.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <UseAppHost>false</UseAppHost>
              </PropertyGroup>
              <ItemGroup>{string.Concat(needed.Select(package => $"""<PackageReference Include="{package}" Version="{packages.Version}" />"""))}</ItemGroup>
            </Project>
            """);
        packages.Dotnet(folder, "build", "-v", "q", "--nologo", "-o", "out");
        return packages.Dotnet(folder, Path.Combine("out", "sample.dll"), argument);
    }

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks { get; }
}
