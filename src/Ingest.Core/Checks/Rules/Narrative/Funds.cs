using Ingest.Contract.Documents;
using Ingest.Core.Checks.Figures;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>Which funds a body has money of.</summary>
internal static class Funds
{
    /// <summary>All 财政拨款 is 一般公共预算: the tables of the other funds are there and hold nothing.</summary>
    public static bool AreGeneralOnly(FigureIndex index) => IsNothing(index, "T08") && index.Find("T09") is not { IsEmpty: false };

    private static bool IsNothing(FigureIndex index, string table) =>
        index.Find(table) is { } fund && fund.Rows.All(row => row.Figures.All(figure => figure.State != FigureState.Unread && figure.Value == 0));
}
