using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Structural;

/// <summary>STR-05: a code has three, five or seven digits; 2 begins a functional one, 3 an economic one.</summary>
public sealed class CodeShapeRule : ObservingRule
{
    protected override IEnumerable<Check> Observe(FigureIndex index) => index.Statements
        .SelectMany(table => table.Coded()).Where(row => !row.IsAbsent).Select(Look);

    private Observation Look(IndexedRow row) => IsProper(row)
        ? Holds()
        : new(this, holds: false, Wording.Of(row) + new Phrase(
            $"的科目编码印作 {row.Source.Code}，不合类款项（3、5、7 位）的规则，请核对编码或读取结果",
            $": the code {row.Source.Code} has not 3, 5 or 7 digits; check the code or the reading"))
        {
            Cells = [.. row.Figures.Take(1).Select(figure => figure.Reference)],
        };

    private static bool IsProper(IndexedRow row)
    {
        bool economic = row.Statement.Id is "T06" or "F06";
        return row.Code!.Length is 3 or 5 or 7 && !row.Code.AsSpan().ContainsAnyExceptInRange('0', '9')
            && row.Code[0] is '2' or '3' or '4' or '5' && (!economic || row.Code[0] != '2');
    }
}
