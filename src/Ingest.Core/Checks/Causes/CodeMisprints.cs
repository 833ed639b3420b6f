using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Causes;

/// <summary>A code that is printed wrong, what it should be, and what fails by it.</summary>
/// <param name="Row">As it was read.</param>
/// <param name="Code">The right one.</param>
/// <param name="Relations">What no longer fails with the right code.</param>
internal sealed record CodeMisprint(IndexedRow Row, string Code, ImmutableArray<Relation> Relations, ImmutableArray<Observation> Observations);

/// <summary>
/// Supposes that the code of a row is wrong and not its amounts: where another code for one row settles every sum, order
/// and comparison that the row takes part in and breaks none, that is one mistake, however many rules it fails.
/// </summary>
/// <param name="check">Runs all rules.</param>
internal sealed class CodeMisprints(Func<FigureIndex, ImmutableArray<Check>> check)
{
    /// <summary>Every supposition runs all rules again; a document with more odd codes than this was read wrongly.</summary>
    private const int MostTried = 12;

    /// <summary>A code that stands in no right place disturbs two relations at least: its own and that of the row it should be in.</summary>
    private const int LeastSettled = 2;

    private int _tried;

    /// <param name="index">The figures of the document with the right codes.</param>
    /// <param name="checks">What the rules say of them.</param>
    public ImmutableArray<CodeMisprint> Find(BudgetDocument document, out FigureIndex index, out ImmutableArray<Check> checks, CancellationToken cancellation)
    {
        var codes = new Dictionary<StatementRow, string>(FigureIndex.SameRow);
        var found = ImmutableArray.CreateBuilder<CodeMisprint>();
        index = FigureIndex.Open(document);
        checks = check(index);
        while (Failures.Of(checks) is { Count: >= LeastSettled } failing && Best(document, index, codes, failing, cancellation) is { } misprint)
        {
            found.Add(misprint);
            codes.Add(misprint.Row.Source, misprint.Code);
            index = FigureIndex.Open(document, codes);
            checks = check(index);
        }
        return found.ToImmutable();
    }

    private CodeMisprint? Best(BudgetDocument document, FigureIndex index, Dictionary<StatementRow, string> codes, Failures failing, CancellationToken cancellation)
    {
        (CodeMisprint Misprint, int Left)? best = null;
        foreach ((IndexedRow row, string code) in LikelyCodes.Of(index))
        {
            if (_tried++ >= MostTried)
                break;
            cancellation.ThrowIfCancellationRequested();
            var supposed = new Dictionary<StatementRow, string>(codes, FigureIndex.SameRow) { [row.Source] = code };
            Failures left = Failures.Of(check(FigureIndex.Open(document, supposed)));
            if (left.Count <= failing.Count - LeastSettled && left.IsWithin(failing) && left.Count < (best?.Left ?? int.MaxValue))
                best = (new CodeMisprint(row, code, failing.RelationsNotIn(left), failing.ObservationsNotIn(left)), left.Count);
        }
        return best?.Misprint;
    }
}
