using System.Collections.Immutable;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Structural;

/// <summary>
/// STR-14: a subject of the national classification has its code. A row that is named so and is printed under a code that the name
/// never had shows a misprint of either, even where no sum is touched by it.
/// </summary>
public sealed class StandardCodeRule : ObservingRule
{
    /// <summary>More rows of one table than this are a classification of its own, or were read askew.</summary>
    private const int MostMisprints = 2;

    protected override IEnumerable<Check> Observe(FigureIndex index) => index.Statements.SelectMany(Observe);

    private IEnumerable<Observation> Observe(IndexedStatement table)
    {
        bool economic = table.Id is "T06" or "F06";
        if (!economic && !IsFunctional(table))
            yield break;
        var odd = new List<(IndexedRow Row, string Code)>();
        foreach (IndexedRow row in table.Coded().Where(row => !row.IsAbsent && row.BareName.Length > 0 && row.Code!.Length == (economic ? 5 : 3) && string.IsNullOrEmpty(row.Project)))
        {
            ImmutableArray<string> known = [.. StandardSubjects.CodesOf(row.Name).Where(code => code.Length == row.Code!.Length)];
            if (known.IsEmpty)
                continue;
            if (known.Contains(row.Code!))
                yield return Holds();
            else
                odd.Add((row, known.FirstOrDefault(code => Differences(code, row.Code!) == 1) ?? known[0]));
        }
        foreach ((IndexedRow row, string code) in odd)
            yield return new(this, holds: false, Wording.Of(row) + new Phrase(
                $"的科目编码印作 {row.Source.Code}，该科目的编码是 {code}，编码或名称有一处印错",
                $": the code is printed as {row.Source.Code}, the subject's is {code}; the code or the name is misprinted"))
            {
                Cells = [.. row.Figures.Take(1).Select(figure => figure.Reference)],
                Suspect = row.Figures.FirstOrDefault()?.Reference,
                Row = row,
                InDoubt = odd.Count > MostMisprints || row.IsInDoubt,
            };
    }

    /// <summary>Most codes are of functional accounts: tables of projects by economic items print those of other classifications under like names.</summary>
    private static bool IsFunctional(IndexedStatement table)
    {
        string[] codes = [.. table.Coded().Where(row => !row.IsAbsent).Select(row => row.Code!)];
        return codes.Count(code => code[0] == '2') * 2 > codes.Length;
    }

    private static int Differences(string left, string right) => left.Zip(right).Count(pair => pair.First != pair.Second);
}
