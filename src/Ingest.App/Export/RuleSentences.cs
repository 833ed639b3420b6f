using Ingest.App.Comparison;
using Ingest.Core.Reconciliation.Relations;
using Ingest.Core.Reconciliation.Rules;
using Ingest.Core.Reconciliation.YearOnYear;
using Ingest.Pdf;

namespace Ingest.App.Export;

/// <summary>What each rule of the catalogues says, by id.</summary>
internal static class RuleSentences
{
    private static readonly Dictionary<string, Rule> _rules =
        RuleCatalogue.All.AddRange(YearOnYearRules.All).GroupBy(rule => rule.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    /// <summary>"" for a rule of an older catalogue.</summary>
    public static string Of(string id, Language language) =>
        id == SecondOpinion.Rule ? SecondOpinion.Sentence.In(language) : Find(id)?.Sentence.In(language) ?? "";

    public static Rule? Find(string id) => _rules.GetValueOrDefault(id);
}
