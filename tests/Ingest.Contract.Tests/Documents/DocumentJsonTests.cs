using System.Text;
using System.Text.Json;
using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Contract.Documents.Json;
using Ingest.Contract.Geometry;
using Ingest.Contract.Text;

namespace Ingest.Contract.Tests.Documents;

public class DocumentJsonTests
{
    [Fact]
    public void A_blank_is_null_and_a_printed_amount_keeps_its_decimals()
    {
        using JsonDocument json = JsonDocument.Parse(DocumentJson.ToBytes(Sample()));
        JsonElement row = json.RootElement.GetProperty("statements")[0].GetProperty("rows")[0];

        Assert.Equal("5.60", row.GetProperty("amounts").GetProperty("total").GetRawText());
        Assert.Equal(JsonValueKind.Null, row.GetProperty("amounts").GetProperty("basic").ValueKind);
        Assert.False(row.GetProperty("cells").TryGetProperty("basic", out _));
    }

    [Fact]
    public void An_amount_that_could_not_be_read_is_null_with_its_text_kept()
    {
        using JsonDocument json = JsonDocument.Parse(DocumentJson.ToBytes(Sample()));
        JsonElement row = json.RootElement.GetProperty("statements")[0].GetProperty("rows")[0];

        Assert.Equal(JsonValueKind.Null, row.GetProperty("amounts").GetProperty("project").ValueKind);
        Assert.Equal("5.6O", row.GetProperty("cells").GetProperty("project").GetProperty("text").GetString());
    }

    [Fact]
    public void Reading_what_was_written_and_writing_it_again_gives_the_same_bytes()
    {
        byte[] written = DocumentJson.ToBytes(Sample());

        Assert.Equal(Encoding.UTF8.GetString(written), Encoding.UTF8.GetString(DocumentJson.ToBytes(DocumentJson.Read(written))));
    }

    /// <summary>A blank cell is not written: what is doubted of it tells where it stands, and else its row.</summary>
    [Fact]
    public void A_blank_that_is_doubted_is_found_in_its_place()
    {
        BudgetDocument sample = Sample();
        Statement statement = sample.Statements[0];
        BudgetDocument doubted = sample with { Statements = [statement with { Doubts = [new("doubtful-print", Phrase.Same("?"), "basic", 0, 5, new Box(7, 8, 9, 10))] }] };

        Assert.Equal((5, new Box(7, 8, 9, 10)), Place(doubted));
        Assert.Equal((4, new Box(1, 2, 3.25f, 4)), Place(sample));

        static (int, Box) Place(BudgetDocument document) =>
            DocumentJson.Read(DocumentJson.ToBytes(document)).Statements[0].Rows[0].Cell("basic") is { } cell ? (cell.Page, cell.Box) : default;
    }

    [Fact]
    public void A_reviewer_s_word_that_a_cell_is_blank_is_kept_with_who_said_it()
    {
        BudgetDocument sample = Sample();
        Statement statement = sample.Statements[0];
        var word = new CorrectionNote("甲", new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));
        AmountCell blank = statement.Rows[0].Cells[1] with { Recognition = new CellRecognition(1, RecognitionState.CorrectedByReviewer, ["1"]) { Corrected = word } };
        BudgetDocument corrected = sample with { Statements = [statement with { Rows = [statement.Rows[0] with { Cells = statement.Rows[0].Cells.SetItem(1, blank) }] }] };

        AmountCell again = DocumentJson.Read(DocumentJson.ToBytes(corrected)).Statements[0].Rows[0].Cells[1];

        Assert.Equal((true, word), (again.IsBlank, again.Recognition?.Corrected));
    }

    [Fact]
    public void One_line_has_no_line_break_so_that_documents_can_be_streamed_line_by_line() =>
        Assert.DoesNotContain((byte)'\n', DocumentJson.ToBytes(Sample()));

    [Theory]
    [InlineData(Language.Chinese, "图像", "存疑")]
    [InlineData(Language.English, "image", "doubtful")]
    public void Diagnostics_and_doubts_are_written_in_the_language_asked_for(Language language, string diagnostic, string doubt)
    {
        using JsonDocument json = JsonDocument.Parse(DocumentJson.ToBytes(Sample(), language: language));

        Assert.Equal(diagnostic, json.RootElement.GetProperty("diagnostics")[0].GetProperty("message").GetString());
        Assert.Equal(doubt, json.RootElement.GetProperty("statements")[0].GetProperty("doubts")[0].GetProperty("message").GetString());
    }

    [Fact]
    public void A_severity_outside_the_contract_is_refused_with_the_ones_it_knows()
    {
        byte[] json = Encoding.UTF8.GetBytes("""{"diagnostics":[{"code":"x","severity":"fatal","message":"m"}]}""");

        JsonException error = Assert.Throws<JsonException>(() => DocumentJson.Read(json));

        Assert.Contains("info, warning, error", error.Message, StringComparison.Ordinal);
    }

    private static BudgetDocument Sample() => new()
    {
        Source = new SourceFile("预算.pdf", new string('a', 64), 12, 3, null, false),
        Identity = new Identity { Department = "某某局", FiscalYear = 2024, Kind = DocumentKind.FinalAccounts, PublishedOn = new DateOnly(2024, 3, 1) },
        Statements =
        [
            new Statement
            {
                Id = "T03",
                Title = "部门支出总体情况表",
                Unit = AmountUnit.TenThousand,
                Pages = [4, 5],
                LeftInstruction = "无收入支出的，仍保留该表格式",
                Columns = [new("total", ["支出预算", "合计"], null, 1), new("basic", ["支出预算", "基本支出"]), new("project", ["支出预算", "项目支出"])],
                Rows =
                [
                    new StatementRow
                    {
                        Code = "201",
                        Name = "一般公共服务支出",
                        Page = 4,
                        Box = new Box(1, 2, 3.25f, 4),
                        Cells =
                        [
                            new("total", 5.60m, "5.60", 4, new Box(1, 2, 3, 4)),
                            new("basic", null, "", 4, new Box(1, 2, 3.25f, 4)),
                            new("project", null, "5.6O", 4, new Box(1, 2, 3, 4)),
                        ],
                    },
                ],
                Doubts = [new("unread-amount", new Phrase("存疑", "doubtful"), "project", 0, 4, new Box(1, 2, 3, 4))],
            },
        ],
        Findings =
        [
            new Finding
            {
                Rule = "T03-row",
                Severity = Severity.Warning,
                Message = "m",
                Expected = 5.60m,
                Cells = [new CellReference { Statement = "T03", Code = "201", Column = "total", Amount = 5.60m, Page = 4, Box = new Box(1, 2, 3, 4) }],
                Suspects = [new Suspect(new CellReference { Statement = "narrative", Text = "句" }, null, 2)],
                Relations = [new FailedRelation("T03-row", "合计 = 基本支出 + 项目支出", 1, 2, 1, 0)],
            },
        ],
        Coverage = new Coverage(1, 1, 0, [], [new RuleTally("T03-row", 1, 0, 0, 0, 0, 0, 0, ["basic"])]),
        Contents = [new ContentsEntry("一、主要职能", 2, new Box(1, 2, 3, 4), [3, 7])],
        Narrative =
        [
            new NarrativeSection("一、", 2, 1,
            [
                new NarrativeSentence("共 5 人。", 1, default,
                    [new NarrativeFact { Kind = FactKind.Count, Subject = ["人员"], Value = 5, Unit = "人", Text = "5", Page = 1, Box = default }],
                    [new UnreadNumber("7", 7, null, 1, default)]),
            ]),
        ],
        Performance =
        [
            new PerformanceTable
            {
                Kind = PerformanceKind.Project,
                Title = "项目支出绩效目标表",
                Pages = [9],
                Project = "项目",
                Funds = [new PerformanceFund(["项目资金"], 375.00m, AmountUnit.TenThousand, "375.00", 9, default)],
                Contacts = [new PerformanceField("联系人", "某", 9, default)],
                Indicators = [new PerformanceIndicator { Level1 = "产出指标", Level2 = "数量指标", Name = "n", Target = "≥1项", Operator = "≥", Value = 1, Unit = "项", Weight = 5, Page = 9, Box = default }],
            },
        ],
        Unbound = [new UnboundTable("表", 2, default, [["a", ""], ["b", "c"]])],
        Diagnostics = [new Diagnostic("image-only", Severity.Error, new Phrase("图像", "image"), 2)],
    };
}
