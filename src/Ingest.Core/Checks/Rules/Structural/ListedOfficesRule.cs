using Ingest.Contract.Documents;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Structural;

/// <summary>STR-12: "下设9个处室，分别是：…" lists as many names as it says.</summary>
public sealed class ListedOfficesRule : ObservingRule
{
    private static readonly string[] _offices = ["处室", "科室", "内设机构", "股室", "下属", "预算单位"];

    protected override IEnumerable<Check> Observe(FigureIndex index) =>
        from section in index.Document.Narrative
        from sentence in section.Sentences
        let count = sentence.Facts.FirstOrDefault(IsOfficeCount)
        let names = sentence.Facts.FirstOrDefault(fact => fact.Kind == FactKind.Names && !fact.Names.IsEmpty)
        where count is not null && names is not null
        select Compare(section, sentence, count, names);

    private static bool IsOfficeCount(NarrativeFact fact) => fact is { Kind: FactKind.Count, Value: not null }
        && fact.Subject.Any(subject => _offices.Any(office => subject.Contains(office, StringComparison.Ordinal)));

    /// <summary>"…、人事处等" leaves some unnamed.</summary>
    private static bool IsOpen(NarrativeFact names) => names.Text.TrimEnd('。').EndsWith('等');

    private Observation Compare(NarrativeSection section, NarrativeSentence sentence, NarrativeFact count, NarrativeFact names) =>
        count.Value == names.Names.Length || (IsOpen(names) && names.Names.Length < count.Value)
            ? Holds()
            : new(this, holds: false, new(
                $"正文称共 {count.Value} 个，列出的是 {names.Names.Length} 个", $"the sentence says {count.Value} and lists {names.Names.Length}"))
            {
                Cells =
                [
                    new CellReference
                    {
                        Statement = CellId.Narrative, Name = section.Heading, Text = sentence.Text,
                        Amount = count.Value, Page = count.Page, Box = count.Box,
                    },
                ],
            };
}
