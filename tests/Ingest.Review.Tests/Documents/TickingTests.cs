using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Review.Documents;

namespace Ingest.Review.Tests.Documents;

public class TickingTests
{
    [Fact]
    public void A_total_that_agrees_with_the_rows_below_it_is_footed() =>
        Assert.Equal(TickMarks.Footed, Ticking.Of([Sum(Outcome.Consistent, Cell("T05", "合计"), Cell("T05", "201"), Cell("T05", "208"))]));

    [Fact]
    public void A_total_that_agrees_with_the_columns_of_its_row_is_cross_footed() =>
        Assert.Equal(TickMarks.CrossFooted, Ticking.Of([Sum(Outcome.Rounding, Cell("T05", "201"), Cell("T05", "201", "basic"), Cell("T05", "201", "project"))]));

    [Fact]
    public void What_another_table_or_a_sentence_says_too_is_agreed()
    {
        Assert.Equal(TickMarks.Agreed, Ticking.Of([Sum(Outcome.Consistent, Cell("T02", "合计"), Cell("T03", "合计"))]));
        Assert.Equal(TickMarks.Told, Ticking.Of([Sum(Outcome.Consistent, Cell("T02", "合计"), Cell(CellId.Narrative, "收支总体情况"))]));
    }

    [Fact]
    public void A_relation_that_fails_is_never_hidden_by_others_that_hold() => Assert.Equal(
        TickMarks.Failed | TickMarks.Agreed,
        Ticking.Of([Sum(Outcome.Inconsistent, Cell("T05", "合计"), Cell("T05", "201")), Sum(Outcome.Consistent, Cell("T05", "合计"), Cell("T03", "合计"))]));

    [Theory]
    [InlineData(Outcome.NotAssessable)]
    [InlineData(Outcome.Undefined)]
    public void What_could_not_be_assessed_ticks_nothing_off(Outcome outcome) =>
        Assert.Equal(TickMarks.NotAssessed, Ticking.Of([Sum(outcome, Cell("T05", "合计"), Cell("T05", "201"))]));

    private static CellReference Cell(string statement, string name, string column = "total") => new() { Statement = statement, Name = name, Column = column };

    private static CheckedRelation Sum(Outcome outcome, CellReference subject, params CellReference[] terms) => new()
    {
        Rule = "X-01", IsSum = true, Outcome = outcome, RuleSentence = Phrase.Same(""), Sentence = Phrase.Same(""), Subject = new RelationTerm(subject, 1, 1, FigureState.Printed),
        Cells = [subject, .. terms], Terms = [.. terms.Select(term => new RelationTerm(term, 1, 1, FigureState.Printed))],
    };
}
