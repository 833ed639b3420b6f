using System.Collections.Immutable;
using Ingest.Contract.Geometry;
using Ingest.Contract.Text;

namespace Ingest.Contract.Documents;

/// <summary>One cause that the reconciler flags, with every relation it makes fail.</summary>
public sealed record Finding
{
    /// <summary>Stable id of the leading relation's rule: <c>T03-row</c>, <c>X-01</c>, <c>STR-05</c>.</summary>
    public required string Rule { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>What the relation demands of the actual figure, in the statement's unit.</summary>
    public decimal? Expected { get; init; }

    public decimal? Actual { get; init; }

    /// <summary>Actual − expected.</summary>
    public decimal? Difference { get; init; }

    /// <summary>Largest difference that rounding explains.</summary>
    public decimal? Tolerance { get; init; }

    /// <summary>Every cell that takes part in one of the relations.</summary>
    public ImmutableArray<CellReference> Cells { get; init; } = [];

    /// <summary>Most likely first; empty when nothing can be singled out.</summary>
    public ImmutableArray<Suspect> Suspects { get; init; } = [];

    /// <summary>One sentence a person can act on, in the language asked for.</summary>
    public required string Message { get; init; }

    /// <summary>The relations that fail by this cause, the leading one first.</summary>
    public ImmutableArray<FailedRelation> Relations { get; init; } = [];

    /// <summary>Why it is not called an error though its rule would; empty for an error and where the rule itself asks for no more.</summary>
    public ImmutableArray<Reservation> Reservations { get; init; } = [];

    /// <summary>Id of the second reader that has read again what an error rests on, and has read the same; null where none was asked.</summary>
    public string? Witness { get; init; }

    /// <summary>True when a mis-read table explains the failure at least as well as a mistake of the document.</summary>
    public bool ExtractionInDoubt { get; init; }
}

/// <summary>One relation instance that does not hold.</summary>
/// <param name="Rule">Id of its rule.</param>
/// <param name="Sentence">The instance in words: "201 一般公共服务支出 合计 = 基本支出 + 项目支出".</param>
public sealed record FailedRelation(
    string Rule, string Sentence, decimal? Expected, decimal? Actual, decimal? Difference, decimal? Tolerance);

/// <summary>A condition of an error that a finding does not meet.</summary>
/// <param name="Reason">In words, in the language asked for.</param>
public sealed record Reservation(ReservationKind Kind, string Reason);

/// <summary>The conditions that an error has to meet; one that is not met is named with the finding.</summary>
public enum ReservationKind
{
    /// <summary>What it rests on was not read without doubt.</summary>
    Reading,

    /// <summary>The table as a whole is not believable as read.</summary>
    Table,

    /// <summary>What is compared may be of another year, body or scope.</summary>
    Meaning,

    /// <summary>The difference is no more than one unit of the last printed digit.</summary>
    LastDigit,

    /// <summary>The second reader does not read the same.</summary>
    Witness,
}

/// <summary>Points at a cell, or at a number in a sentence (<see cref="Statement"/> is then <c>narrative</c>).</summary>
public sealed record CellReference
{
    /// <summary>Statement id, <c>narrative</c>, <c>performance</c>, or <c>contents</c> for the 目录.</summary>
    public required string Statement { get; init; }

    public RowSide? Side { get; init; }

    public string? Code { get; init; }

    /// <summary>Row name; for a sentence, its section heading.</summary>
    public string? Name { get; init; }

    public string? Project { get; init; }

    /// <summary>Column key; for a sentence, what the number is about: <c>支出预算/基本支出</c>.</summary>
    public string? Column { get; init; }

    /// <summary>Which of several that are alike in all of the above; see <see cref="CellId"/>. Not in the JSON, where the place tells it.</summary>
    public int Occurrence { get; init; }

    /// <summary>What it points at, whatever is printed there.</summary>
    public CellId Id => new(Statement, Side, Code, Name, Project, Column, Occurrence);

    /// <summary>Null when the cell is blank or the row is missing.</summary>
    public decimal? Amount { get; init; }

    /// <summary>For a sentence, its text.</summary>
    public string? Text { get; init; }

    public int? Page { get; init; }

    public Box? Box { get; init; }

    /// <summary>The fiscal year of the document it stands in, where that is not the document of the finding.</summary>
    public int? Year { get; init; }

    /// <summary>Points at an amount cell, with what is printed there.</summary>
    public static CellReference Of(Statement statement, StatementRow row, AmountCell cell) => new()
    {
        Statement = statement.Id,
        Side = row.Side,
        Code = row.Code,
        Name = row.Name,
        Project = row.Project,
        Column = cell.Column,
        Occurrence = row.Occurrence,
        Amount = cell.Value,
        Page = cell.Page,
        Box = cell.Box,
    };
}

/// <summary>A cell whose change alone would settle the finding.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Suggested">The amount that would settle it; null when it should be blank or cannot be determined.</param>
/// <param name="Settles">How many findings and relations of this document the change settles.</param>
/// <param name="SuggestedCode">Where not the amounts of the row are in question but its code: the right one.</param>
public sealed record Suspect(CellReference Cell, decimal? Suggested, int Settles, string? SuggestedCode = null);
