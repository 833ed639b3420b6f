using Ingest.Core.Documents;

namespace Ingest.Core.Reconciliation.Figures;

/// <summary>Classes that the coded tables print and the expenditure side of a two-sided table does not.</summary>
internal static class ExpectedClasses
{
    public static void Add(Ledger ledger)
    {
        Add(ledger, "T03", "T01");
        Add(ledger, "F03", "F01");
        foreach (string fund in (string[])["T05", "T08", "T09"])
            Add(ledger, fund, "T04");
        Add(ledger, "F05", "F04");
    }

    private static void Add(Ledger ledger, string from, string to)
    {
        if (ledger.Find(from) is not { IsEmpty: false } coded || ledger.Find(to) is not { IsEmpty: false } lines)
            return;
        LedgerRow? sibling = ClassPairs.Lines(lines).FirstOrDefault();
        if (sibling is null)
            return;
        int at = lines.Rows.ToList().FindLastIndex(row => ClassPairs.IsLine(row)) + 1;
        foreach ((LedgerRow? line, LedgerRow? row) in ClassPairs.Of(lines, coded).ToList())
            if (line is null && row is { IsAbsent: false })
                ledger.Expect(lines, RowSide.Expenditure, sibling.Code is null ? null : row.Code, row.Name, at);
    }
}
