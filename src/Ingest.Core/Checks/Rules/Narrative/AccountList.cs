using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Core.Checks.Figures;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>The 项 that the text tells one by one, against the rows of the table.</summary>
internal sealed class AccountList
{
    private static readonly ImmutableArray<string> _tables = ["T05", "F05"];

    /// <summary>StatedFact and in the table.</summary>
    public ImmutableArray<StatedFact> Known { get; private init; } = [];

    /// <summary>StatedFact and not in the table.</summary>
    public ImmutableArray<StatedFact> Unknown { get; private init; } = [];

    /// <summary>StatedFact a second time.</summary>
    public ImmutableArray<StatedFact> Doubled { get; private init; } = [];

    /// <summary>In the table and not told.</summary>
    public ImmutableArray<IndexedRow> Untold { get; private init; } = [];

    /// <summary>True where the text sets out to name every 项; 主要内容 need not.</summary>
    public bool IsExhaustive { get; private init; }

    /// <summary>Empty when the text tells no 项, or so few of the table's that it was not understood.</summary>
    public static AccountList Of(FigureIndex index)
    {
        StatedFact[] told = [.. NarrativeFacts.Of(index).Firm.Where(IsItem)];
        IndexedStatement? table = _tables.Select(index.Find).FirstOrDefault(found => found is { IsEmpty: false });
        if (table is null || told.Length == 0)
            return new AccountList();
        List<StatedFact> known = [];
        List<StatedFact> doubled = [];
        List<StatedFact> unknown = [];
        HashSet<IndexedRow> rows = [];
        foreach (StatedFact item in told)
            (CellOf.AccountRow(index, item) is not { } row ? unknown : rows.Add(row) ? known : doubled).Add(item);
        if (known.Count * 2 < told.Length)
            return new AccountList();
        return new AccountList
        {
            Known = [.. known],
            Doubled = [.. doubled],
            Unknown = [.. unknown],
            Untold = [.. AccountRows.Items(table).Where(row => !rows.Contains(row))],
            IsExhaustive = told.All(item => item.Topic == Topic.General),
        };
    }

    private static bool IsItem(StatedFact told) =>
        told.Kind == FactKind.Amount && told.Topic is Topic.General or Topic.Preparation or Topic.FiscalExpenditure && CellOf.AccountPath(told).Length == 3;
}
