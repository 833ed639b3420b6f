using System.Xml.Linq;

namespace Ingest.Architecture.Tests;

public class ProjectTests
{
    /// <summary>
    /// Who may refer to whom. What travels between the stages knows none of them; reader, tables and core know what
    /// travels and not each other; the store knows documents only, the review page the store and nothing of reading; the program puts everything together.
    /// </summary>
    private static readonly Dictionary<string, string[]> _allowed = new()
    {
        ["Ingest.Contract"] = [],
        ["Ingest.Pdf"] = ["Ingest.Contract"],
        ["Ingest.Tables"] = ["Ingest.Contract"],
        ["Ingest.Core"] = ["Ingest.Contract"],
        ["Ingest.Store"] = ["Ingest.Contract"],
        ["Ingest.Pdf.PdfPig"] = ["Ingest.Contract", "Ingest.Pdf"],
        ["Ingest.Pdf.Tabula"] = ["Ingest.Contract", "Ingest.Tables"],
        ["Ingest.Store.LiteDb"] = ["Ingest.Contract", "Ingest.Store"],
        ["Ingest.Store.Postgres"] = ["Ingest.Contract", "Ingest.Store"],
        ["Ingest.Cluster"] = [],
        ["Ingest.Review"] = ["Ingest.Contract", "Ingest.Store"],
        ["Ingest.Budgets"] = ["Ingest.Core", "Ingest.Pdf", "Ingest.Tables"],
        ["Ingest.Ocr"] = ["Ingest.Contract", "Ingest.Pdf.PdfPig"],
        ["Ingest.App"] = ["Ingest.Contract", "Ingest.Core", "Ingest.Ocr", "Ingest.Pdf", "Ingest.Pdf.PdfPig", "Ingest.Pdf.Tabula", "Ingest.Review", "Ingest.Store", "Ingest.Store.LiteDb", "Ingest.Store.Postgres", "Ingest.Cluster", "Ingest.Tables"],
    };

    /// <summary>A package that one project alone may use; whoever takes it elsewhere has to say so here.</summary>
    private static readonly Dictionary<string, string> _onlyUser = new()
    {
        ["PdfPig"] = "Ingest.Pdf.PdfPig",
        ["Tabula"] = "Ingest.Pdf.Tabula",
        ["Microsoft.ML.OnnxRuntime"] = "Ingest.Ocr",
        ["SkiaSharp"] = "Ingest.Ocr",
        ["LiteDB"] = "Ingest.Store.LiteDb",
        ["Microsoft.Data.Sqlite"] = "Ingest.Store",
        ["Npgsql"] = "Ingest.Store.Postgres",
        ["MassTransit.RabbitMQ"] = "Ingest.Cluster",
        ["AWSSDK.S3"] = "Ingest.Cluster",
        ["DocumentFormat.OpenXml"] = "Ingest.App",
        ["Microsoft.Extensions.Hosting"] = "Ingest.App",
    };

    public static TheoryData<string> Projects => [.. Sources.Projects.Select(project => Path.GetFileNameWithoutExtension(project))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_only_to_those_it_may_know(string project)
    {
        string[] allowed = Assert.Contains(project, (IReadOnlyDictionary<string, string[]>)_allowed);

        Assert.Empty(Included(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path)).Except(allowed));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_package_has_one_user(string project) =>
        Assert.DoesNotContain(Included(project, "PackageReference"), package => _onlyUser.TryGetValue(package, out string? user) && user != project);

    private static IEnumerable<string> Included(string project, string element) =>
        XDocument.Load(Sources.Projects.Single(path => Path.GetFileNameWithoutExtension(path) == project))
            .Descendants(element).Select(reference => reference.Attribute("Include")!.Value.Replace('\\', '/'));
}
