using System.Text.RegularExpressions;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Structural;

/// <summary>
/// STR-09: a table without rows says so, a table with amounts does not, and the sentence names the right table.
/// That its total is zero elsewhere is the business of.
/// </summary>
public sealed partial class EmptyTableRule : ObservingRule
{
    /// <summary>The word by which a note names its table.</summary>
    private static readonly (string Word, string[] Statements)[] _subjects =
    [
        ("政府性基金", ["T08", "F08"]), ("国有资本经营", ["T09", "F09"]), ("结转结余", ["T11"]),
    ];

    protected override IEnumerable<Check> Observe(FigureIndex index)
    {
        foreach (IndexedStatement table in index.Statements)
        {
            if (table.Source.LeftInstruction is { } instruction)
                yield return Say(table, Severity.Warning, $"下保留了模板的填报说明“{instruction}”", $" still carries the template's instruction “{instruction}”");
            string? note = table.Source.EmptyNote is { } printed && !IsConditional(printed) ? printed : null;
            bool blank = table.Rows.All(row => row.Figures.All(figure => figure.Value == 0));
            if (note is null && !table.IsEmpty)
                continue;
            if (note is null)
                yield return table.Source.EmptyNote is null ? Say(table, Severity.Warning, "没有数据，也没有说明为空表", " has no rows and no sentence says that it is empty") : Holds();
            else if (!blank)
                yield return Say(table, Severity.Error, $"有金额，却注明“{note}”", $" has amounts although a sentence says “{note}”");
            else if (NamesAnother(table.Id, note))
                yield return Say(table, Severity.Error, $"下的说明写的是另一张表：“{note}”", $" carries the sentence of another table: “{note}”");
            else
                yield return Holds();
        }
    }

    /// <summary>如该部门无…，则本表为空: what holds if, said to whoever fills the form in.</summary>
    private static bool IsConditional(string note) => Condition().IsMatch(note);

    [GeneratedRegex("(?:如|若|凡|倘)[^，。]{0,40}(?:无|没有|未)[^。]*(?:则|即|请|应|的[，,])", RegexOptions.CultureInvariant)]
    private static partial Regex Condition();

    private static bool NamesAnother(string id, string note)
    {
        string[] named = [.. _subjects.Where(subject => note.Contains(subject.Word, StringComparison.Ordinal)).SelectMany(subject => subject.Statements)];
        return named.Length > 0 && !named.Contains(id) && _subjects.Any(subject => subject.Statements.Contains(id));
    }

    private Observation Say(IndexedStatement table, Severity ceiling, string chinese, string english) => new(this, holds: false, Wording.Of(table) + new Phrase(chinese, english))
    {
        Ceiling = ceiling,
        InDoubt = ceiling == Severity.Error && table.AreRowsInDoubt,
        Cells = [new CellReference { Statement = table.Id, Name = table.Source.Title, Page = table.Source.Pages.IsEmpty ? null : table.Source.Pages[0] }],
    };
}
