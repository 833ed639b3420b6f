using System.Collections.Concurrent;
using System.Globalization;
using Ingest.Contract.Documents;
using Ingest.Contract.Documents.Json;
using Ingest.Contract.Text;
using Ingest.Core.Checks;
using Ingest.Core.Tests.Checks.Narrative;

namespace Ingest.Core.Tests.Checks;

/// <summary>The relations that working papers and the review page show, over whole documents.</summary>
public class CheckedRelationTests
{
    private static readonly ConcurrentDictionary<string, BudgetDocument> _read = [];

    public static TheoryData<string> Documents =>
    [
        "seed-calc/seed-calc.pdf", "pair-2024/pair-2024.pdf", "xinjiang-2019-school/xinjiang-2019-school.pdf", "xinjiang-2023-library/xinjiang-2023-library.pdf",
        .. Directory.EnumerateFiles(Path.Combine(Samples.Repository, "fixtures", "faults"), "*.pdf").Select(file => "faults/" + Path.GetFileName(file)),
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_that_was_stored_has_the_relations_that_it_had_when_it_was_read(string file)
    {
        BudgetDocument read = Read(file);
        BudgetDocument stored = DocumentJson.Read(DocumentJson.ToBytes(read));

        Assert.NotEmpty(Of(read).All);
        Assert.Equal(Of(read).All.Select(Describe), Of(stored).All.Select(Describe));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void They_are_those_that_the_coverage_counts(string file)
    {
        BudgetDocument document = Read(file);
        ILookup<string, CheckedRelation> byRule = Of(document).All.ToLookup(relation => relation.Rule);

        Assert.All(document.Coverage!.Rules.Where(rule => byRule.Contains(rule.Rule)), tally =>
        {
            Assert.Equal(tally.Consistent, Count(tally.Rule, Outcome.Consistent));
            Assert.Equal(tally.Rounding, Count(tally.Rule, Outcome.Rounding));
            Assert.Equal(tally.ImprobableRounding, Count(tally.Rule, Outcome.ImprobableRounding));
            Assert.Equal(tally.Undefined, Count(tally.Rule, Outcome.Undefined));
            // What fails where the reading is in doubt counts as not assessed there.
            Assert.Equal(tally.Inconsistent + tally.NotAssessable, Count(tally.Rule, Outcome.Inconsistent) + Count(tally.Rule, Outcome.NotAssessable));
        });

        int Count(string rule, Outcome outcome) => byRule[rule].Count(relation => relation.Outcome == outcome);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Both_sides_can_be_computed_from_the_terms(string file) => Assert.All(
        Of(Read(file)).All.Where(relation => relation.Expected is not null), relation =>
        {
            decimal right = relation.Scale * Sum(relation.Terms) / (relation.Base.IsEmpty ? relation.Subject!.Unit : Sum(relation.Base));
            if (!relation.Base.IsEmpty)
                right = Math.Round(right, relation.Actual!.Value.Scale, MidpointRounding.AwayFromZero);

            Assert.Equal(relation.Expected, right);
            Assert.Equal(relation.Actual, relation.Subject!.Cell.Amount ?? 0);
        });

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_sum_fails_exactly_where_the_intervals_of_its_sides_lie_apart(string file) => Assert.All(
        Of(Read(file)).All.Where(relation => relation is { Left: not null, Right: not null, Base.IsEmpty: true }), relation =>
        {
            bool meet = relation.IsBound ? relation.Left!.Value.Low <= relation.Right!.Value.High : relation.Left!.Value.Overlaps(relation.Right!.Value);

            Assert.Equal(relation.Outcome == Outcome.Inconsistent, !meet);
        });

    /// <summary>By hand, on page 9 of the document: 2101101 行政单位医疗 prints 6.66 under 基本支出 and 6.06 under 合计; page 5 and others repeat it.</summary>
    [Fact]
    public void What_a_wrong_amount_takes_part_in_is_found_by_its_cell()
    {
        BudgetDocument document = Read("faults/digit-typo-t05.pdf");
        Statement table = document.Statements.Single(statement => statement.Id == "T05");
        StatementRow row = table.Rows.Single(row => row.Code == "2101101");

        CheckedRelation[] relations = [.. Of(document).Of(CellId.Of(table, row, "basic"))];

        CheckedRelation across = Assert.Single(relations, relation => relation.Rule == "T05-row");
        Assert.Equal((Outcome.Inconsistent, 6.06m, 6.66m), (across.Outcome, across.Actual, across.Expected));
        Assert.Equal([("basic", 6.66m, 1m), ("project", null, 1m)], across.Terms.Select(term => (term.Cell.Column!, term.Cell.Amount, term.Factor)));
        int accused = document.Findings.IndexOf(document.Findings.Single(finding => finding.Severity == Severity.Error));
        // An expectation that no form demands is no evidence beside what is known to be wrong, and not reported.
        Assert.Equal(["T05-row", "T05-tree", "X-10"], relations.Where(relation => relation.Finding == accused).Select(relation => relation.Rule).Order());
        Assert.Equal("X-22", Assert.Single(relations, relation => relation.Outcome == Outcome.Inconsistent && relation.Finding is null).Rule);
    }

    [Fact]
    public void What_could_not_be_tried_says_why()
    {
        BudgetDocument document = Samples.Seed;
        document = document with { Statements = [.. document.Statements.Where(statement => statement.Id != "T05")] };

        CheckedRelation[] missing = [.. Of(document).All.Where(relation => relation.Outcome == Outcome.NotAssessable)];

        Assert.NotEmpty(missing);
        Assert.All(missing, relation => Assert.NotEqual("", relation.Reason!.Value.Chinese));
        Assert.Contains(missing, relation => relation.Reason!.Value.Chinese.Contains("T05", StringComparison.Ordinal));
    }

    [Fact]
    public void Rows_that_are_alike_have_relations_of_their_own()
    {
        BudgetDocument document = Draft.Of("""
            # T03 万元 | total basic project
            201 一般公共服务支出 | 3.00 2.00 1.00
            201 一般公共服务支出 | 3.00 2.00 9.00
            """);
        Statement table = document.Statements[0];

        CheckedRelations relations = Of(document);

        Assert.Equal(
            [Outcome.Consistent, Outcome.Inconsistent],
            table.Rows.Select(row => Assert.Single(relations.Of(CellId.Of(table, row, "project")), relation => relation.Rule == "T03-row").Outcome));
    }

    private static BudgetDocument Read(string file) => _read.GetOrAdd(file, Fixture.Read);

    private static CheckedRelations Of(BudgetDocument document) => Reconciler.Relations(document, CancellationToken.None);

    private static decimal Sum(IEnumerable<RelationTerm> terms) => terms.Sum(term => term.Factor * term.Unit * (term.Cell.Amount ?? 0));

    private static string Describe(CheckedRelation relation) => string.Create(
        CultureInfo.InvariantCulture,
        $"{relation.Rule} {relation.Sentence} {relation.Outcome} {relation.Left} {relation.Right} {relation.Expected} {relation.Difference} {relation.Reason} {relation.InDoubt} {relation.Finding} {string.Join('|', relation.Cells.Select(cell => cell.Id))}");
}
