using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Store;

namespace Ingest.App.Intake;

/// <summary>What became of an arrival.</summary>
/// <param name="Document">When it was read and stored just now.</param>
/// <param name="Reason">Code, when it was set aside.</param>
internal sealed record FlowResult(ArrivalState State, BudgetDocument? Document = null, string? Reason = null, string? Message = null)
{
    public int Count(Severity severity) => Document?.Findings.Count(finding => finding.Severity == severity) ?? 0;
}
