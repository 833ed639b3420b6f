using System.Text.RegularExpressions;
using Ingest.Contract.Documents;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>
/// "某某市财政局2024年度收入支出总计…" in the accounts of another body: the sentence was taken from its document. Only a full
/// name counts, and only where the amount is this document's own; a unit below the body may be told of.
/// </summary>
internal sealed partial class SentenceBodyRule : ObservingRule
{
    protected override IEnumerable<Check> Observe(FigureIndex index)
    {
        string[] own = [.. index.Document.Statements.Select(statement => statement.Department).Append(index.Document.Identity.Department).OfType<string>().Select(Names.Loose).Where(name => name.Length > 0).Distinct()];
        if (own.Length == 0)
            yield break;
        HashSet<string> others = [.. Named(index)];
        foreach (IGrouping<NarrativeSentence, StatedFact> sentence in NarrativeFacts.Of(index).Firm.Where(told => told is { Kind: FactKind.Amount, Figure: not null }).GroupBy(told => told.Sentence))
        {
            if (Beginning().Match(sentence.Key.Text) is not { Success: true } found)
                continue;
            string name = found.Groups["name"].Value;
            string loose = Names.Loose(name);
            if (own.Any(known => IsSame(known, loose)))
                yield return Holds();
            else if (!others.Contains(loose))
                yield return Foreign(index, sentence.Key, name, sentence);
        }
    }

    private Observation Foreign(FigureIndex index, NarrativeSentence sentence, string name, IEnumerable<StatedFact> told)
    {
        bool ours = told.Any(fact => fact.Figure!.Value != 0 && CellOf.Find(index, fact) is { Soft: false, Place.Figure: { IsPrinted: true } cell }
            && cell.Value * cell.Unit == fact.Figure.Value * fact.Figure.Unit);
        return new Observation(this, holds: false, new(
            $"第 {sentence.Page} 页正文写作“{name}”，本文件为“{index.Document.Identity.Department}”",
            $"page {sentence.Page} speaks of “{name}” in the document of “{index.Document.Identity.Department}”"))
        {
            Cells = [new CellReference { Statement = CellId.Narrative, Name = name, Text = sentence.Text, Page = sentence.Page, Box = sentence.Box }],
            InDoubt = !ours,
        };
    }

    /// <summary>省委办公厅 is 江苏省委办公厅; 本级 and brackets make no difference.</summary>
    private static bool IsSame(string known, string name)
    {
        string bare = name.Replace("本级", "", StringComparison.Ordinal).Replace("机关", "", StringComparison.Ordinal);
        return known.Contains(bare, StringComparison.Ordinal) || bare.Contains(known, StringComparison.Ordinal) || Letters(bare, known);
    }

    /// <summary>A short name has the letters of the long one in their order.</summary>
    private static bool Letters(string shorter, string longer)
    {
        int at = 0;
        foreach (char letter in longer)
            if (at < shorter.Length && shorter[at] == letter)
                at++;
        return at == shorter.Length;
    }

    /// <summary>Units and offices that the document names.</summary>
    private static IEnumerable<string> Named(FigureIndex index) =>
        NarrativeFacts.Of(index).All.Where(told => told.Kind == FactKind.Names).SelectMany(told => told.Fact.Names)
            .Concat(index.Statements.SelectMany(table => table.Rows).Select(row => row.Name))
            .Concat(index.Document.Narrative.Select(section => section.Heading))
            .Select(Names.Bare);

    [GeneratedRegex(@"^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、．])?(?<name>(?:中共)?[^，。；：、\d（）()“”《》的]{0,12}(?:省|市|自治区|区|县|州)[^，。；：、\d（）()“”《》的]{2,30}(?:局|厅|委|委员会|办公室|院|街道办事处|办事处|部|中心|学校|大学|会|馆|所|站|处))(?:[（(][^（）()]{1,6}[）)])?20\d\d年")]
    private static partial Regex Beginning();
}
