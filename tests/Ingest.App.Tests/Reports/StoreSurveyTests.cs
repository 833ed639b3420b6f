using System.Globalization;
using Ingest.App.Composition;
using Ingest.App.Survey;
using Ingest.App.Words;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Store;

namespace Ingest.App.Tests.Reports;

public sealed class StoreSurveyTests : IDisposable
{
    private static readonly EngineVersions _versions = new("reader-1", "layouts-1", "rules-1");

    private readonly Workspace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void The_summary_has_a_row_per_body_and_year_with_the_last_publication_only()
    {
        Save("aa", "甲局", 2023, 100m);
        Save("cc", "甲局", 2024, 120m, published: "2024-03-01");
        Save("bb", "甲局", 2024, 110m, published: "2024-02-01");
        Save("dd", "乙局", 2024, 5m);

        Assert.Equal([("乙局", 2024, "dd"), ("甲局", 2023, "aa"), ("甲局", 2024, "cc")], Rows("summary").Select(row => ((string)row["department"]!, (int)row["fiscalYear"]!, (string)row["document"]!)));
        Assert.Equal("bb", Rows("summary")[2]["replaces"]);
    }

    [Fact]
    public void A_figure_is_set_beside_that_of_the_year_before()
    {
        Save("aa", "甲局", 2023, 80m);
        Save("bb", "甲局", 2024, 100m);
        Save("cc", "乙局", 2024, 5m);

        IReadOnlyDictionary<string, object?> row = Assert.Single(Rows("years"));

        Assert.Equal(("甲局", 2024, 80m, 100m, 20m, 25.00m), ((string)row["department"]!, (int)row["fiscalYear"]!, row["before"], row["now"], row["change"], row["percent"]));
    }

    [Fact]
    public void A_change_that_is_not_the_one_of_two_published_years_is_listed()
    {
        Tell("aa", 2023, Fact(FactKind.Amount, 80.00m));
        Tell("bb", 2024, Fact(FactKind.Amount, 100.00m), Fact(FactKind.Change, 15.00m, 1));

        IReadOnlyDictionary<string, object?> row = Assert.Single(Rows("yearFindings"));

        Assert.Equal(("Y-01", 20.00m, 15.00m, "bb", 9), (row["rule"], row["expected"], row["actual"], row["document"], row["page"]));
    }

    [Fact]
    public void Years_that_do_not_follow_one_another_are_not_compared()
    {
        Save("aa", "甲局", 2021, 80m);
        Save("bb", "甲局", 2024, 100m);

        Assert.Empty(Rows("years"));
    }

    [Fact]
    public void A_year_asked_for_is_compared_with_the_one_before_it()
    {
        Save("aa", "甲局", 2023, 80m);
        Save("bb", "甲局", 2024, 100m);

        Assert.Single(Rows("years", new DocumentQuery { FirstYear = 2024, LastYear = 2024 }));
        Assert.Equal("bb", Assert.Single(Rows("summary", new DocumentQuery { FirstYear = 2024, LastYear = 2024 }))["document"]);
    }

    [Fact]
    public void What_was_published_again_is_compared_amount_by_amount()
    {
        Save("bb", "甲局", 2024, 110m, published: "2024-03-01");
        Save("aa", "甲局", 2024, 100m, published: "2024-02-01");

        IReadOnlyDictionary<string, object?> row = Assert.Single(Rows("republished"));

        Assert.Equal(("aa", "bb", 100m, 110m), (row["old"], row["new"], row["before"], row["after"]));
    }

    [Fact]
    public void The_summary_says_how_many_amounts_no_check_reached()
    {
        Save(MadeDocument.Create("aaaaaaaa", "甲局", 2024) with { Coverage = new Coverage(5, 4, 3, [new CellReference { Statement = "T03" }], []) });

        IReadOnlyDictionary<string, object?> row = Assert.Single(Rows("summary"));

        Assert.Equal((5, 1), (row["amounts"], row["unchecked"]));
    }

    [Fact]
    public void Findings_come_with_verdict_and_place_without_numbers_of_persons_and_only_as_grave_as_asked()
    {
        Save("aa", "甲局", 2024, 100m, MadeDocument.Finding("X-01", message: "电话 13999202837 有误"), MadeDocument.Finding("X-16", Severity.Warning));
        string print = _place.Store.FindingsOf("aaaaaaaa")[0].Fingerprint;
        _place.Store.Judge("aaaaaaaa", print, new Verdict(VerdictStatus.Confirmed, "已函询", "李", _place.Clock.GetUtcNow()));

        IReadOnlyDictionary<string, object?> row = Assert.Single(Rows("findings", least: Severity.Error));

        Assert.Equal(("电话 139******37 有误", 4, VerdictStatus.Confirmed, "已函询"), (row["message"], row["page"], row["verdict"], row["note"]));
        Assert.Equal(2, Rows("findings").Count);
    }

    [Theory]
    [InlineData("aa,bb,cc")]
    [InlineData("cc,bb,aa")]
    [InlineData("bb,cc,aa")]
    public void What_differs_between_years_does_not_depend_on_the_order_of_reading(string order)
    {
        foreach (string hash in order.Split(','))
            Save(hash, "甲局", hash == "aa" ? 2023 : 2024, hash == "aa" ? 80m : hash == "bb" ? 100m : 90m);

        // Neither of 2024 says when it was published: both are compared with the year before, and the order is said to be unsure.
        Assert.Equal([("bb", true), ("cc", true)], Rows("summary").Where(row => (int)row["fiscalYear"]! == 2024).Select(row => ((string)row["document"]!, (bool)row["orderUnsure"]!)).Order());
        Assert.Equal([90m, 100m], Rows("years").Select(row => (decimal)row["now"]!).Order());
    }

    [Fact]
    public void A_unit_is_not_compared_with_the_department_of_its_name()
    {
        Save("aa", "甲局", 2023, 80m, level: DocumentLevel.Department);
        Save("bb", "甲局", 2024, 100m, level: DocumentLevel.Department);
        Save("cc", "甲局", 2024, 30m, level: DocumentLevel.Unit);

        IReadOnlyDictionary<string, object?> row = Assert.Single(Rows("years"));

        Assert.Equal((DocumentLevel.Department, 80m, 100m), (row["level"], row["before"], row["now"]));
        Assert.Equal(3, Rows("summary").Count);
    }

    [Fact]
    public void A_unit_that_has_more_than_its_department_is_listed()
    {
        Save("aa", "甲局", 2024, 100m, level: DocumentLevel.Department);
        Save("bb", "甲局", 2024, 130m, level: DocumentLevel.Unit);
        Save("cc", "乙局", 2024, 500m, level: DocumentLevel.Unit);

        IReadOnlyDictionary<string, object?> row = Assert.Single(Rows("levelFindings"));

        Assert.Equal(("甲局", "L-01", Severity.Error, "bb", "aa"), ((string)row["department"]!, row["rule"], row["severity"], row["document"], row["whole"]));
    }

    [Theory]
    [InlineData("litedb")]
    [InlineData("sqlite")]
    public void A_document_that_is_damaged_is_left_out_and_named_and_the_others_are_exported(string kind)
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("store.db");
        using (IRestorableStore made = Stores.OpenAlone(kind, file, TimeSpan.FromSeconds(30)))
            foreach ((string hash, int year) in (ReadOnlySpan<(string, int)>)[("aaaaaaaa", 2022), ("bbbbbbbb", 2023), ("cccccccc", 2024)])
                made.Save(null, MadeDocument.Create(hash, "甲局", year, 100m, MadeDocument.Finding("X-01")), _versions, TimeSpan.Zero);
        Damage.Contents(kind, file, "bbbbbbbb");
        using IRestorableStore store = Stores.OpenAlone(kind, file, TimeSpan.FromSeconds(30));
        var survey = new StoreSurvey(store, DocumentQuery.All, Severity.Info, new ReportWords(Language.Chinese));

        Dictionary<string, List<object?[]>> tables = survey.Tables.ToDictionary(table => table.Key, table => table.Rows.ToList());

        Assert.Equal(2, tables["findings"].Count);
        Assert.Equal(["aaaaaaaa", "cccccccc"], tables["facts"].Select(row => (string)row[3]!).Distinct().Where(hash => hash != "bbbbbbbb"));
        Assert.Empty(tables["years"]);
        Assert.Equal("bbbbbbbb", Assert.Single(tables["damaged"])[0]);
        Assert.Equal("bbbbbbbb", Assert.Single(survey.Damaged).Sha256);
    }

    private void Save(string hash, string body, int year, decimal total, params Finding[] findings) =>
        Save(MadeDocument.Create(hash.PadRight(8, hash[0]), body, year, total, findings));

    private void Save(string hash, string body, int year, decimal total, string? published = null, DocumentLevel? level = null)
    {
        BudgetDocument document = MadeDocument.Create(hash.PadRight(8, hash[0]), body, year, total);
        Save(document with { Identity = document.Identity with { PublishedOn = published is null ? null : DateOnly.Parse(published, CultureInfo.InvariantCulture), Level = level } });
    }

    private void Save(BudgetDocument document)
    {
        _place.Clock.Advance(TimeSpan.FromSeconds(1));
        _place.Store.Save(null, document, _versions, TimeSpan.Zero);
    }

    /// <summary>Stores a document whose text tells facts about 支出预算.</summary>
    private void Tell(string hash, int year, params NarrativeFact[] facts) => Save(MadeDocument.Create(hash.PadRight(8, hash[0]), "甲局", year) with
    {
        Narrative = [new NarrativeSection($"三、关于甲局{year}年支出预算情况说明", 2, 9, [new NarrativeSentence("…", 9, default, [.. facts], [])])],
    });

    private static NarrativeFact Fact(FactKind kind, decimal value, int? direction = null) => new()
    {
        Kind = kind, Subject = ["支出预算"], Value = value, Unit = "万元", Direction = direction, Text = "…", Page = 9, Box = default,
    };

    /// <summary>The rows of a table, values by the keys of its columns; hashes as they were given to <c>Save</c>.</summary>
    private IReadOnlyList<IReadOnlyDictionary<string, object?>> Rows(string table, DocumentQuery? query = null, Severity least = Severity.Info)
    {
        SurveyTable found = new StoreSurvey(_place.Store, query ?? DocumentQuery.All, least, new ReportWords(Language.Chinese)).Tables.Single(one => one.Key == table);
        return [.. found.Rows.Select(row => found.Columns.Select((column, i) => (column.Key, row[i])).ToDictionary(
            pair => pair.Key, pair => pair.Item2 is string { Length: 8 } hash && hash.Distinct().Count() == 1 ? hash[..2] : pair.Item2))];
    }
}
