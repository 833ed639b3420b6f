using Ingest.App.Words;
using Ingest.Contract.Text;
using Ingest.Core.Checks;
using Ingest.Review.Ports;

namespace Ingest.App.Review;

/// <summary>The rules of the catalogues.</summary>
internal sealed class CatalogueRuleBook : IRuleBook
{
    public IReadOnlyList<string> Ids { get; } = [.. RuleCatalogue.All.Select(rule => rule.Id).Distinct()];

    public Phrase? Sentence(string id)
    {
        string chinese = RuleSentences.Of(id, Language.Chinese);
        return chinese.Length == 0 ? null : new Phrase(chinese, RuleSentences.Of(id, Language.English));
    }
}
