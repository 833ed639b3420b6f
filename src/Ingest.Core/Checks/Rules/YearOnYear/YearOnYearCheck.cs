using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Findings;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.YearOnYear;

/// <summary>
/// Checks what a document says of the year before against what the same body published then. Pure and safe to call from
/// several threads.
/// </summary>
public static class YearOnYearCheck
{
    /// <summary>
    /// Null when the two go together: one body, the year directly before, both read. Else why not, in a sentence. Names of
    /// a body are compared without spaces and widths, and a longer form (…本级) is the same body.
    /// </summary>
    public static Phrase? Mismatch(BudgetDocument now, BudgetDocument before)
    {
        if (now.IsUnreadable || before.IsUnreadable)
            return new("两份文件中有一份无法读取", "one of the two documents could not be read");
        (string body, string other) = (Names.Loose(now.Identity.Department), Names.Loose(before.Identity.Department));
        if (body.Length == 0 || other.Length == 0 || (!body.Contains(other, StringComparison.Ordinal) && !other.Contains(body, StringComparison.Ordinal)))
            return new($"编制部门不同：“{now.Identity.Department}”与“{before.Identity.Department}”", $"they are of different bodies: “{now.Identity.Department}” and “{before.Identity.Department}”");
        return now.Identity.FiscalYear is { } year && before.Identity.FiscalYear == year - 1
            ? null
            : new($"不是相邻年度：{now.Identity.FiscalYear} 与 {before.Identity.FiscalYear}", $"their years do not follow one another: {before.Identity.FiscalYear} and {now.Identity.FiscalYear}");
    }

    /// <returns><paramref name="now"/> with the findings over both years behind its own, and their rules in its coverage.</returns>
    /// <exception cref="ArgumentException">The documents do not go together; see <see cref="Mismatch"/>.</exception>
    public static BudgetDocument Apply(BudgetDocument now, BudgetDocument before, ReconciliationOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (Mismatch(now, before) is { } mismatch)
            throw new ArgumentException(mismatch.English, nameof(before));
        var years = new TwoYears(FigureIndex.Open(now), FigureIndex.Open(before));
        var checks = new List<Check>();
        foreach (TwoYearRule rule in YearOnYearRules.Rules)
        {
            cancellation.ThrowIfCancellationRequested();
            checks.AddRange(RuleRun.Of(rule, () => rule.Apply(years)));
        }

        IEnumerable<Finding> found = BetweenDocuments.Findings(years.Now, checks, options.Language);
        return now with
        {
            Findings = [.. now.Findings.Concat(found).OrderByDescending(finding => finding.Severity)],
            Coverage = now.Coverage is { } coverage
                ? coverage with { Rules = coverage.Rules.AddRange(CoverageCount.Tallies(checks, YearOnYearRules.All, ImmutableHashSet<Relation>.Empty, options.Language)) }
                : null,
        };
    }
}
