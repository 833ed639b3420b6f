using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.YearOnYear;

/// <summary>
/// What a budget carries over is what the accounts of the year before left. Budgets are drawn up before the accounts are
/// closed, so a difference is worth a look and no more.
/// </summary>
internal sealed class CarriedOverRule : TwoYearRule
{
    private static readonly Operand _budgeted = Operand.Named("T01", RowSide.Income, "total", "上年结转结余", "上年结转");

    private static readonly Operand _left = Operand.Named("F01", RowSide.Expenditure, "total", "年末结转和结余", "结转下年", "年末结转结余");

    public override IEnumerable<Check> Apply(TwoYears years)
    {
        if (years.Now.IsFinalAccounts || !years.Before.IsFinalAccounts)
            return [new NotApplicable(this)];
        (Located budgeted, Located left) = (_budgeted.Locate(years.Now), _left.Locate(years.Before));
        if (budgeted.Figure is not { } now || left.Figure is not { } before)
            return [new NotAssessable(this, budgeted.Missing ?? left.Missing ?? Phrase.Same("T01"))];
        return
        [
            new LinearRelation(this, now, [new Term(before, 1)], Comparison.WithinRounding,
                () => Wording.Of(now) + new Phrase(" = 上年决算 ", " = last year's accounts, ") + Wording.Of(before)),
        ];
    }
}
