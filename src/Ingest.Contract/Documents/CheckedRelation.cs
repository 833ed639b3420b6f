using System.Collections.Immutable;
using Ingest.Contract.Amounts;
using Ingest.Contract.Text;

namespace Ingest.Contract.Documents;

/// <summary>A figure of a relation, as it enters it.</summary>
/// <param name="Cell">Where it stands and what is printed there; <see cref="CellReference.Id"/> tells which figure it is.</param>
/// <param name="Factor">What it is multiplied with, 1 or −1 in nearly all relations.</param>
/// <param name="Unit">What one unit of its amount is worth: yuan for money, 1 for counts and rates.</param>
/// <param name="State">Whether there is an amount at all: blank and absent count as 0.</param>
public sealed record RelationTerm(CellReference Cell, decimal Factor, decimal Unit, FigureState State);

/// <summary>
/// One relation (勾稽关系) that a document states about itself, as evaluated with the amounts as printed:
/// <c>subject · unit = Σ factor · amount · unit</c>, or where <see cref="Base"/> has terms
/// <c>subject = scale · Σ terms ÷ Σ base</c>. Both sides can be computed from the terms by a formula of a workbook.
/// </summary>
public sealed record CheckedRelation
{
    /// <summary>Id of its rule.</summary>
    public required string Rule { get; init; }

    /// <summary>A printed total against its printed parts, as against copies, bounds, rates and expectations that no form demands.</summary>
    public bool IsSum { get; init; }

    /// <summary>The rule in general: 表2总计等于表3总计.</summary>
    public required Phrase RuleSentence { get; init; }

    /// <summary>The instance in words: 《…》第 6 页“行政单位医疗 · 合计” = “基本支出” + “项目支出”.</summary>
    public required Phrase Sentence { get; init; }

    /// <summary>The subject may be less than the right side: ≤ in place of =.</summary>
    public bool IsBound { get; init; }

    /// <summary>Left of the sign; its factor is 1. Null only where the rule could not be tried.</summary>
    public RelationTerm? Subject { get; init; }

    /// <summary>Right of the sign, or above the line of a rate; empty where the subject should be nothing.</summary>
    public ImmutableArray<RelationTerm> Terms { get; init; } = [];

    /// <summary>What a share or growth is measured by; empty for a sum.</summary>
    public ImmutableArray<RelationTerm> Base { get; init; } = [];

    /// <summary>100 for a rate in per cent, 1 for one in times and for sums.</summary>
    public decimal Scale { get; init; } = 1;

    /// <summary>Every figure that takes part, the subject first, each once; also those that are shown and not compared.</summary>
    public ImmutableArray<CellReference> Cells { get; init; } = [];

    /// <summary>What the subject as printed stands for, in its own unit; null where nothing could be compared.</summary>
    public AmountInterval? Left { get; init; }

    /// <summary>What the right side as printed stands for, in the unit of the subject; null where it is not determined.</summary>
    public AmountInterval? Right { get; init; }

    /// <summary>What the right side gives, in the unit of the subject.</summary>
    public decimal? Expected { get; init; }

    public decimal? Actual { get; init; }

    /// <summary>Actual − expected.</summary>
    public decimal? Difference { get; init; }

    /// <summary>Largest difference that rounding explains.</summary>
    public decimal? Tolerance { get; init; }

    /// <summary>Decides; a rate that was cut off or adjusted to make 100 holds though the intervals may lie apart.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Why it could not be assessed or has no meaning; null where it was.</summary>
    public Phrase? Reason { get; init; }

    /// <summary>Something in it was not read with certainty; where it fails, the reading may be at fault.</summary>
    public bool InDoubt { get; init; }

    /// <summary>Index into <see cref="BudgetDocument.Findings"/> of the finding that reports its failure or its rounding, or null.</summary>
    public int? Finding { get; init; }
}
