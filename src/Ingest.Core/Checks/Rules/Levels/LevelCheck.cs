using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Findings;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Levels;

/// <summary>
/// Checks what a unit publishes against what its department does for the same year. Pure and safe to call from several
/// threads.
/// </summary>
public static class LevelCheck
{
    private static readonly UnitWithinDepartmentRule _rule = new()
    {
        Id = "L-01", Class = RelationClass.Bound, Sentence = new("单位数不超过所属部门同年数", "no figure of a unit exceeds its department's"),
    };

    /// <summary>The rules over a unit and its department.</summary>
    public static ImmutableArray<Rule> Rules { get; } = [_rule];

    /// <summary>
    /// Null when the first is a unit's document and the second its department's, of one year and kind. Else why not, in a
    /// sentence. A unit (…本级) has the name of its department or begins with it.
    /// </summary>
    public static Phrase? Mismatch(BudgetDocument unit, BudgetDocument department)
    {
        if (unit.IsUnreadable || department.IsUnreadable)
            return new("两份文件中有一份无法读取", "one of the two documents could not be read");
        (Identity own, Identity above) = (unit.Identity, department.Identity);
        if (own.Level != DocumentLevel.Unit || above.Level != DocumentLevel.Department)
            return new("不是一份单位文件和一份部门文件", "they are not a unit's document and a department's");
        if (own.FiscalYear is null || own.FiscalYear != above.FiscalYear || own.Kind != above.Kind)
            return new("不是同一年度的同类文件", "they are not of one year and kind");
        (string name, string whole) = (Names.Loose(own.Department), Names.Loose(above.Department));
        return whole.Length > 0 && name.StartsWith(whole, StringComparison.Ordinal) ? null
            : new($"“{own.Department}”不属于“{above.Department}”", $"“{own.Department}” is no unit of “{above.Department}”");
    }

    /// <returns>What of the unit's document exceeds the department's; empty where nothing does.</returns>
    /// <exception cref="ArgumentException">The documents do not go together; see <see cref="Mismatch"/>.</exception>
    public static ImmutableArray<Finding> Find(BudgetDocument unit, BudgetDocument department, ReconciliationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (Mismatch(unit, department) is { } mismatch)
            throw new ArgumentException(mismatch.English, nameof(department));
        (FigureIndex own, FigureIndex above) = (FigureIndex.Open(unit), FigureIndex.Open(department));
        return [.. BetweenDocuments.Findings(own, [.. RuleRun.Of(_rule, () => _rule.Apply(own, above))], options.Language)];
    }
}
