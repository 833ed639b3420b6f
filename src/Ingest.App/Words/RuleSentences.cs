using Ingest.Contract.Text;
using Ingest.Core.Checks;
using Ingest.Core.Checks.Relations;
using Ingest.Core.Checks.Rules.Levels;
using Ingest.Core.Checks.Rules.YearOnYear;
using Ingest.Core.Checks.Witness;

namespace Ingest.App.Words;

/// <summary>What each rule of the catalogues says, by id.</summary>
internal static class RuleSentences
{
    /// <summary>Id of what two readers read differently; no rule of the catalogues, since nothing of the document is checked.</summary>
    public const string TwoReaders = SecondLook.Rule;

    private static readonly Phrase _twoReaders = new("两个阅读器对同一金额的读数一致", "Two readers read the same amount alike");

    private static readonly Dictionary<string, Rule> _rules =
        RuleCatalogue.All.AddRange(YearOnYearRules.All).AddRange(LevelCheck.Rules).GroupBy(rule => rule.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    /// <summary>"" for a rule of an older catalogue.</summary>
    public static string Of(string id, Language language) =>
        id == TwoReaders ? _twoReaders.In(language) : Find(id)?.Sentence.In(language) ?? "";

    public static Rule? Find(string id) => _rules.GetValueOrDefault(id);
}
