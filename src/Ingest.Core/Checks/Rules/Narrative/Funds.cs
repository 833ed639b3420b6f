using Ingest.Contract.Documents;
using Ingest.Core.Checks.Figures;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>Which funds a body has money of.</summary>
internal static class Funds
{
    /// <summary>All 财政拨款 is 一般公共预算: the tables of the other funds are there and hold nothing.</summary>
    public static bool AreGeneralOnly(FigureIndex index) => IsNothing(index, index.IsFinalAccounts ? "F08" : "T08") && index.Find(index.IsFinalAccounts ? "F09" : "T09") is not { IsEmpty: false };

    /// <summary>The account has 一般公共预算 money alone: the tables of the other funds are there, and do not have it.</summary>
    public static bool HaveOnlyGeneral(FigureIndex index, string code) => AreGeneralOnly(index)
        || _others.Any(table => index.Find(table) is { IsEmpty: false } fund && fund.Coded().Any()) && _others.All(table => index.Find(table)?.ByCode(code) is null);

    private static readonly string[] _others = ["T08", "T09", "F08", "F09"];

    private static bool IsNothing(FigureIndex index, string table) =>
        index.Find(table) is { } fund && fund.Rows.All(row => row.Figures.All(figure => figure.State != FigureState.Unread && figure.Value == 0));
}
