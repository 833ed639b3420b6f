using System.Collections.Immutable;
using Ingest.Contract.Grids;
using Ingest.Core.Layouts;

namespace Ingest.Core.Statements;

/// <summary>One grid of one page with what surrounds it: a table or a part of one.</summary>
internal sealed record TableFragment
{
    public required PageContent Page { get; init; }

    public required GridView View { get; init; }

    /// <summary>Position among the grids of the page.</summary>
    public required int OnPage { get; init; }

    public required TableHeading Heading { get; init; }

    public required TableHeader Header { get; init; }

    /// <summary>The grid at the foot of the page before that holds the first rows of its header and nothing else; null for most.</summary>
    public TableFragment? Head { get; init; }

    /// <summary>Lines above it that belong to no heading: notes of the table before, prose.</summary>
    public required ImmutableArray<TextLine> Before { get; init; }

    /// <summary>Lines below it and above the next table of the page.</summary>
    public required ImmutableArray<TextLine> After { get; init; }

    public Grid Grid => View.Grid;

    /// <summary>Every border between two rows is drawn.</summary>
    public bool HasRowLines => Grid is { Evidence: GridEvidence.Ruled, RowsToldByText: false };

    public int Number => Page.Page.Number;

    public bool IsFirstOnPage => OnPage == 0;

    public bool IsLastOnPage => OnPage == Page.Grids.Length - 1;

    /// <summary>It says itself what it is.</summary>
    public bool Introduces => Heading.Name is not null || Header.IsPresent;

    /// <summary>Two fragments are one only where they are the same object; most of them print alike.</summary>
    public bool Equals(TableFragment? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
