using System.Collections.Immutable;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Tables;

/// <summary>X-18: the part of T10 that T06 does not show is spent from projects, in T07 under 商品和服务 and, for cars, 资本性支出.</summary>
public sealed class OutsideBasicRule : Rule
{
    private static readonly string[] _items = ["30212", "30217", "30231", "31013"];

    private static readonly string[] _columns = ["goodsServices", "capital", "capitalConstruction"];

    public override IEnumerable<Check> Apply(FigureIndex index)
    {
        if (index.IsFinalAccounts || !Forms.ListsItems(index))
            return [new NotApplicable(this)];
        if (Lookup.Missing(index, this, "T06", "T07", "T10") is { } missing)
            return [missing];
        if (index.Find("T07") is not { IsEmpty: false } projects || !projects.HasColumn(_columns[0]) || projects.Total() is not { } total
            || Forms.OfficialExpenses(Forms.ExpensesOfGeneralBudget(index)).Locate(index).Figure is not { } expenses)
            return [new NotApplicable(this)];
        IEnumerable<Figure?> within = _items.Select(code => index.Find("T06")!.ByCode(code)?["total"]).Concat(_columns.Select(column => total[column]));
        ImmutableArray<Term> terms = [.. within.OfType<Figure>().Select(figure => new Term(figure, 1))];
        return [Linear.Relation(this, expenses, terms, Comparison.AtMost)];
    }
}
