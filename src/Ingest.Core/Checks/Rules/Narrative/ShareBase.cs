using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Core.Checks.Figures;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>The whole that a sentence names: 占本年支出合计的, 占“三公”经费的.</summary>
internal static class ShareBase
{
    /// <summary>So far may the shares of a complete list be from a hundred: rounding of a handful, or one of them misprinted.</summary>
    private const decimal NearHundred = 1;

    /// <summary>支出 and 收入 name no list.</summary>
    private const int Generic = 2;

    private static readonly string[] _expenses = ["出国", "接待", "公务用车"];

    /// <returns>The figure, or the parts that make it up; empty when neither is known.</returns>
    public static ImmutableArray<Figure> Find(FigureIndex index, NarrativeFacts facts, StatedFact share, string basis)
    {
        string name = StatedFact.CoreOf(StatedFact.Bare(basis));
        // 一般公共预算财政拨款总支出.
        name = name.Replace("总支出", "支出", StringComparison.Ordinal).Replace("总收入", "收入", StringComparison.Ordinal);
        if (name.StartsWith("本年财政", StringComparison.Ordinal))
            name = name["本年".Length..];
        if (InTable(index, name) is { } cell)
            return [cell];
        if (Stated(facts.Firm.Where(fact => ReferenceEquals(fact.Section, share.Section)), facts, name) is { } told)
            return [told];
        // 其中：人员经费 …，占基本支出的 …: the whole of the list, by a shorter name.
        if (name.Length > Generic && share.ThingPath is { Length: > 1 } path && facts.OfPath(share, path[..^1]) is { } above && above.Core.EndsWith(name, StringComparison.Ordinal))
            return [above.Figure!];
        // 本年收入预算1200万元，其中：…，占收入总额的 …: the whole of the list by its bare name.
        if (name is "收入" or "支出" && share.ThingPath is { Length: > 1 } list && facts.OfPath(share, list[..^1]) is { } whole && whole.Core == "本年" + name)
            return [whole.Figure!];
        ImmutableArray<Figure> parts = Parts(facts, share, basis);
        return !parts.IsEmpty ? parts : Elsewhere(facts, name) is { } other ? [other] : [];
    }

    /// <summary>The “三公” expenses that a list without a named base is of: all of them, told or in the table, or the three that are listed.</summary>
    public static ImmutableArray<Figure> Expenses(FigureIndex index, NarrativeFacts facts, StatedFact share)
    {
        if (!_expenses.Any(expense => share.Thing.Contains(expense, StringComparison.Ordinal)))
            return [];
        Figure[] told = [.. facts.Firm.Where(fact => ReferenceEquals(fact.Section, share.Section) && fact is { Kind: FactKind.Amount, Figure: not null, Core: "三公经费" }
            && fact.HasMeasureOf(share) && !facts.IsOfOtherYear(fact)).Select(fact => fact.Figure!)];
        return told.Length == 1 ? [told[0]] : Parts(facts, share, null);
    }

    /// <summary>
    /// Where nothing prints the whole, the amounts of the list are it if the shares say so: at least two of them, and all but one.
    /// </summary>
    public static ImmutableArray<Figure> OfList(NarrativeFacts facts, StatedFact share)
    {
        StatedFact[] shares = [.. facts.Firm.Where(fact => fact.Kind == FactKind.Share && ReferenceEquals(fact.Section, share.Section) && fact.Fact.Basis is null && fact.IsBeside(share))];
        StatedFact?[] amounts = [.. shares.Select(one => facts.Before(one, FactKind.Amount))];
        if (shares.Length < 2 || amounts.Any(amount => amount?.Figure is null) || amounts.Distinct().Count() < amounts.Length)
            return [];
        decimal sum = amounts.Sum(amount => amount!.Figure!.Value * amount.Figure.Unit);
        // Nothing is 0 % of any whole.
        int[] telling = [.. Enumerable.Range(0, shares.Length).Where(i => sum > 0 && amounts[i]!.Figure!.Value != 0)];
        int fitting = telling.Count(i => Math.Abs((100 * amounts[i]!.Figure!.Value * amounts[i]!.Figure!.Unit / sum) - shares[i].Fact.Value!.Value) <= 2 * shares[i].Figure!.HalfUnit);
        // Of two, one that fits to two decimals does not do so by chance.
        bool enough = fitting >= 2 || (fitting == 1 && telling.Length == 2 && shares.All(one => ReferenceEquals(one.Sentence, share.Sentence)) && telling.All(i => shares[i].Fact.Value!.Value.Scale >= 2));
        return enough && fitting >= telling.Length - 1 ? [.. amounts.Select(amount => amount!.Figure!)] : [];
    }

    private static Figure? InTable(FigureIndex index, string name)
    {
        bool final = index.IsFinalAccounts;
        Located? total = name switch
        {
            "本年支出" => Operand.Total(final ? "F03" : "T03").Locate(index),
            "本年收入" => Operand.Total(final ? "F02" : "T02").Locate(index),
            "支出" => (final ? Operand.Total("F03") : Operand.Total("T01", side: RowSide.Expenditure)).Locate(index),
            "收入" => (final ? Operand.Total("F02") : Operand.Total("T01", side: RowSide.Income)).Locate(index),
            "三公经费" => final ? FinalBindings.Expense(index, "totalFinal") : ExpenseTable.Total(index),
            _ => null,
        };
        return total?.Figure is { IsPrinted: true } figure ? figure : null;
    }

    /// <summary>A total that another section tells: 占本年支出合计的 in a text whose tables were published apart.</summary>
    private static Figure? Elsewhere(NarrativeFacts facts, string name)
    {
        string[] names = name switch
        {
            "本年支出" => [name, "支出"],
            "本年收入" => [name, "收入"],
            "支出" or "收入" or "基本支出" or "项目支出" or "财政拨款支出" or "财政拨款收入" or "一般公共支出" or "一般公共财政拨款支出" => [name],
            _ => [],
        };
        StatedFact[] totals = [.. facts.Firm.Where(fact => fact.Topic is Topic.Overall or Topic.Income or Topic.Expenditure or Topic.Fiscal or Topic.General or Topic.FiscalExpenditure && fact.Measure.Length == 0)];
        // 支出总计 holds what is left as well, and is not what was spent this year.
        if (name.StartsWith("本年", StringComparison.Ordinal) && totals.Where(fact => !fact.Path[^1].EndsWith("总计", StringComparison.Ordinal)).ToArray() is var years && names.Any(one => Stated(years, facts, one) is not null))
            totals = years;
        if (name is "基本支出" or "项目支出")
            totals = [.. totals.Where(fact => fact.Topic is Topic.Overall or Topic.Expenditure)];
        return names.Select(one => Stated(totals, facts, one)).FirstOrDefault(figure => figure is not null);
    }

    /// <summary>The amount of the named thing, where only one is told.</summary>
    private static Figure? Stated(IEnumerable<StatedFact> among, NarrativeFacts facts, string name)
    {
        Figure[] told = [.. among.Where(fact => fact is { Kind: FactKind.Amount, Figure: not null } && fact.Core == name && !facts.IsOfOtherYear(fact)).Select(fact => fact.Figure!)];
        return told.Length > 0 && told.All(figure => figure.Value == told[0].Value && figure.Unit == told[0].Unit) ? told[0] : null;
    }

    /// <summary>Where no total is told, the amounts of a list whose shares fill a hundred, or that names every expense of the 三公.</summary>
    private static ImmutableArray<Figure> Parts(NarrativeFacts facts, StatedFact share, string? basis)
    {
        StatedFact[] shares = [.. facts.Firm.Where(fact => fact.Kind == FactKind.Share && ReferenceEquals(fact.Sentence, share.Sentence) && fact.Fact.Basis == basis)];
        StatedFact?[] amounts = [.. shares.Select(one => facts.Before(one, FactKind.Amount))];
        bool full = Math.Abs(shares.Sum(one => one.Fact.Value ?? 0) - 100) <= NearHundred
            || ((basis is null || basis.Contains("三公", StringComparison.Ordinal)) && amounts.Length == _expenses.Length && _expenses.All(expense => amounts.Any(amount => amount?.Thing.Contains(expense, StringComparison.Ordinal) == true)));
        return shares.Length > 1 && full && amounts.All(amount => amount?.Figure is not null)
            ? [.. amounts.Select(amount => amount!.Figure!).Distinct()]
            : [];
    }
}
