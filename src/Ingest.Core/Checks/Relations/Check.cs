using System.Collections.Immutable;
using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;

namespace Ingest.Core.Checks.Relations;

/// <summary>What a rule has to say about one place of the document.</summary>
public abstract class Check(Rule rule)
{
    public Rule Rule { get; } = rule;
}

/// <summary>The rule could not be tried here, because <paramref name="operand"/> is missing.</summary>
public sealed class NotAssessable(Rule rule, Phrase operand) : Check(rule)
{
    public Phrase Operand { get; } = operand;
}

/// <summary>The rule has no object here.</summary>
public sealed class NotApplicable(Rule rule) : Check(rule);

/// <summary>Something the rule saw that is no arithmetic: a code printed twice, a year that differs.</summary>
public sealed class Observation(Rule rule, bool holds, Phrase message) : Check(rule)
{
    public bool Holds { get; } = holds;

    /// <summary>One sentence a person can act on.</summary>
    public Phrase Message { get; } = message;

    public ImmutableArray<CellReference> Cells { get; init; } = [];

    /// <summary>Null when nothing can be singled out.</summary>
    public CellReference? Suspect { get; init; }

    /// <summary>The gravest that this one may be called; null where the rule decides.</summary>
    public Severity? Ceiling { get; init; }

    /// <summary>The reading may be at fault as well as the document: never above a warning.</summary>
    public bool InDoubt { get; init; }

    /// <summary>The row it is about; the same row's arithmetic joins it in one finding.</summary>
    public IndexedRow? Row { get; init; }
}

/// <summary>A relation instance between figures.</summary>
public abstract class Relation(Rule rule) : Check(rule)
{
    private Evaluation? _asPrinted;

    /// <summary>The figure that the relation is about; expected and actual are in its unit.</summary>
    public abstract Figure Subject { get; }

    /// <summary>Every figure that takes part, the subject first, each once.</summary>
    public abstract ImmutableArray<Figure> Figures { get; }

    /// <summary>The instance in words: "T03 201 合计 = 基本支出 + 项目支出".</summary>
    public abstract Phrase Sentence { get; }

    /// <summary>A row that it needs may be among those that were not read with certainty; its failure accuses nobody.</summary>
    public bool InDoubt { get; init; }

    /// <summary>The subject says again what the other figure says, in a sentence or a table beside the statements.</summary>
    public virtual bool IsRestatement => false;

    /// <summary>What the subject is compared with, where that is a sum; null for a rate or a share.</summary>
    public virtual ImmutableArray<Term>? Parts => null;

    /// <summary>The subject may be less than its parts.</summary>
    public virtual bool IsBound => false;

    /// <summary>
    /// One unit of the last printed digit of the coarsest figure, in the unit of the subject; of a rate or share, of the
    /// rate itself. A 0 is no coarse figure.
    /// </summary>
    public decimal LastDigit => Rule.Class == RelationClass.Percent
        ? 2 * Subject.HalfUnit
        : Figures.Where(figure => figure.IsPrinted && figure.Value != 0)
            .Select(figure => Math.Max(2 * HalfUnitOf(figure), figure.Row?.Statement.Grain ?? 0) * figure.Unit).DefaultIfEmpty().Max() / Subject.Unit;

    /// <summary>Half of the last digit that a figure is exact to, in its unit.</summary>
    protected virtual decimal HalfUnitOf(Figure figure) => figure.HalfUnit;

    /// <summary>What the subject is held against.</summary>
    internal abstract Formula Formula { get; }

    /// <summary>The values that the right side stands for as printed, in the unit of the subject; null where it determines none.</summary>
    internal abstract AmountInterval? RightAsPrinted { get; }

    /// <summary>The values that the subject stands for as printed.</summary>
    internal virtual AmountInterval LeftAsPrinted => AmountInterval.Around(Subject.Value, Subject.HalfUnit);

    /// <summary>The relation between the amounts as printed; evaluated once.</summary>
    public Evaluation AsPrinted => _asPrinted ??= Evaluate(Changes.None);

    /// <summary>Evaluates the relation with some amounts replaced.</summary>
    public abstract Evaluation Evaluate(Changes changes);

    /// <summary>
    /// The amounts of <paramref name="figure"/>, in its own unit, that make the relation hold while all
    /// others stay as in <paramref name="changes"/>; empty when no amount does. Null when the relation
    /// does not determine an amount.
    /// </summary>
    public abstract AmountInterval? Settling(Figure figure, Changes changes);
}
