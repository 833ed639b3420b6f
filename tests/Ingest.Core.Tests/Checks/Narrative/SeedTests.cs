using Ingest.Contract.Documents;
using Ingest.Contract.Text;

namespace Ingest.Core.Tests.Checks.Narrative;

public class SeedTests
{
    private static readonly BudgetDocument _seed = Fixture.Read("seed-writer/seed-writer.pdf");

    [Fact]
    public void Every_number_of_the_text_is_a_fact() =>
        Assert.Empty(_seed.Narrative.SelectMany(section => section.Sentences).SelectMany(sentence => sentence.Unread));

    [Fact]
    public void The_oddities_of_text_and_targets_are_warnings_and_nothing_else_is_above_info()
    {
        Assert.DoesNotContain(_seed.Findings, finding => finding.Severity == Severity.Error);
        // 236 of 375 are covered by cost caps; 257.10 of services are procured against 236.
        Finding[] odd = [.. _seed.Findings.Where(finding => finding.Rule[0] is 'N' or 'P' && finding.Severity > Severity.Info)];
        Assert.Equal(["P-02", "P-03"], odd.Select(finding => finding.Rule));
        Assert.All(odd, finding => Assert.Equal(Severity.Warning, finding.Severity));
        Assert.Equal((375.00m, 236m), (odd[0].Actual, odd[0].Expected));
        Assert.Equal((257.10m, 236m), (odd[1].Actual, odd[1].Expected));
    }

    [Fact]
    public void Weights_of_ninety_in_both_tables_are_an_info() =>
        Assert.Equal(2, _seed.Findings.Count(finding => finding is { Rule: "P-01", Severity: Severity.Info }));

    /// <summary>159.24 stands in 表5, 表6 and a sentence; each time its parts 118.60 and 40.63 miss it by the same 0.01.</summary>
    [Fact]
    public void One_rounded_total_is_one_note_wherever_it_is_repeated()
    {
        Finding note = Assert.Single(_seed.Findings, finding => finding.Severity == Severity.Info && finding.Rule != "P-01");
        Assert.Equal(["T06-row", "T06-tree", "X-12", "N-07"], note.Relations.Select(relation => relation.Rule));
    }

    [Fact]
    public void Growth_from_nothing_is_undefined_not_wrong()
    {
        RuleTally growth = Assert.Single(_seed.Coverage!.Rules, tally => tally.Rule == "N-03");
        Assert.Equal(0, growth.Inconsistent);
        // Two in income and expenditure each have a zero prior year: 1 + 2 + 2 + 5, five of the expenses, one of operating.
        Assert.Equal(16, growth.Undefined);
    }

    /// <summary>
    /// A number is told twice, or a table has it too, or the text derives another from it. Those that nothing
    /// repeats are what rules.md calls uncheckable: staff changes, growth from nothing, offices, areas, values
    /// of furniture and the part of small enterprises within its bounds.
    /// </summary>
    [Theory]
    [InlineData(0.03)]
    [InlineData(1)]
    public void A_changed_number_is_caught_wherever_another_states_the_same(decimal by)
    {
        List<string> missed = [];
        int checkedNumbers = 0;
        foreach (NarrativeFact fact in _seed.Facts().Where(fact => fact.Value is not null && IsRepeated(fact)))
        {
            checkedNumbers++;
            BudgetDocument changed = _seed.With(fact, fact.Value!.Value + by).Reconcile();
            if (!changed.Findings.Any(finding => finding.Severity == Severity.Error && finding.Cells.Any(cell => Points(cell, fact))))
                missed.Add($"{string.Join('/', fact.Subject)} {fact.Value} {fact.Kind}");
        }
        Assert.True(checkedNumbers >= 72, $"{checkedNumbers} numbers");
        Assert.Empty(missed);
    }

    /// <summary>The suspect is the number that was changed, and the amount suggested is the true one.</summary>
    [Fact]
    public void The_sentence_with_the_changed_number_is_the_suspect()
    {
        NarrativeFact share = _seed.Facts().First(fact => fact.Kind == FactKind.Share && fact.Value == 29.81m);
        NarrativeFact item = _seed.Facts().First(fact => fact.Kind == FactKind.Amount && fact.Subject[^1] == "公务员医疗补助");
        foreach ((NarrativeFact fact, decimal printed) in ((NarrativeFact, decimal)[])[(share, 28.91m), (item, 6.55m)])
        {
            Finding finding = Assert.Single(_seed.With(fact, printed).Reconcile().Findings, finding => finding.Severity == Severity.Error);
            Assert.Equal(("narrative", printed), (finding.Suspects[0].Cell.Statement, finding.Suspects[0].Cell.Amount));
            Assert.Equal(fact.Value, finding.Suspects[0].Suggested);
        }
    }

    private static bool Points(CellReference cell, NarrativeFact fact) =>
        cell.Statement == "narrative" && cell.Page == fact.Page && cell.Box == fact.Box;

    /// <summary>What a table, a sum or 无上年预算数 states a second time.</summary>
    private static bool IsRepeated(NarrativeFact fact) => fact.Kind switch
    {
        FactKind.Amount => !fact.Subject.Any(part => part.Contains("预留") || part is "办公家具价值" or "其他资产价值" or "房屋" or "数字化发展专项业务经费" || part.Contains("非财政拨款项目")),
        FactKind.Share => true,
        FactKind.Change => fact.Unit == "万元" && fact.Value > 0,
        FactKind.Count => fact.Subject[0] is "实有人数" || fact.Unit == "辆",
        _ => false,
    };
}
