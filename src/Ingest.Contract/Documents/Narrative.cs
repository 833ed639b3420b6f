using System.Collections.Immutable;
using Ingest.Contract.Geometry;

namespace Ingest.Contract.Documents;

/// <summary>A heading and the sentences below it.</summary>
/// <param name="Heading">As printed, spaces removed; "" before the first heading.</param>
/// <param name="Level">1 for 第三部分, 2 for 一、, 3 for （一）, 4 for 1.</param>
/// <param name="Page">1-based.</param>
/// <param name="Sentences">In reading order; only those that state a number or a list, or say that something is none.</param>
public sealed record NarrativeSection(string Heading, int Level, int Page, ImmutableArray<NarrativeSentence> Sentences);

/// <summary>An entry of the table of contents.</summary>
/// <param name="Text">As printed, without spaces, leader and page number.</param>
/// <param name="Page">1-based page of the 目录 it stands on.</param>
/// <param name="Box">Of its first line, page space.</param>
/// <param name="PrintedOn">
/// 1-based pages, ascending, on which the same title is printed outside the 目录. Spaces, widths, punctuation, numbering, the year, and
/// whether it says 部门, 单位 or the body's name make no difference.
/// </param>
public sealed record ContentsEntry(string Text, int Page, Box Box, ImmutableArray<int> PrintedOn);

/// <summary>One sentence.</summary>
/// <param name="Text">As printed, spaces and line breaks removed.</param>
/// <param name="Page">1-based page where it begins.</param>
/// <param name="Box">Of its first line's part, page space.</param>
/// <param name="Facts">What it states, in order.</param>
/// <param name="Unread">Numbers in it that no form explains, as printed.</param>
public sealed record NarrativeSentence(
    string Text, int Page, Box Box, ImmutableArray<NarrativeFact> Facts, ImmutableArray<UnreadNumber> Unread);

/// <summary>A number that no sentence form explains: counted as unchecked, never guessed.</summary>
public sealed record UnreadNumber(string Text, decimal? Value, string? Unit, int Page, Box Box);

public enum FactKind
{
    /// <summary>An amount of money.</summary>
    Amount,

    /// <summary>占 … %.</summary>
    Share,

    /// <summary>增加 / 减少 / 持平, an amount; without a value where only the direction is said (决算数大于预算数).</summary>
    Change,

    /// <summary>增长 / 下降 %.</summary>
    Growth,

    /// <summary>People, cars, projects, square metres.</summary>
    Count,

    /// <summary>A list of names (主要包括：…).</summary>
    Names,

    /// <summary>Says that there is none (未安排, 无 …, 为空表).</summary>
    None,

    /// <summary>What the money of an account (类 / 款 / 项) is for: 主要用于 …</summary>
    Purpose,

    /// <summary>An amount or count that the subject's own is compared with: 比2016年的1041.69万元, （上年为50万元）, 由上年的50万元.</summary>
    Prior,
}

/// <summary>One thing a sentence states.</summary>
public sealed record NarrativeFact
{
    public required FactKind Kind { get; init; }

    /// <summary>What it is about, from the general to the particular: ["支出预算", "基本支出"].</summary>
    public required ImmutableArray<string> Subject { get; init; }

    /// <summary>As printed: never negative; <see cref="Direction"/> carries the sign of a change.</summary>
    public decimal? Value { get; init; }

    /// <summary>万元, %, 人, 辆 …; null for lists.</summary>
    public string? Unit { get; init; }

    /// <summary>−1 for 减少/下降, 1 for 增加/增长, 0 for 持平; null where it is no change.</summary>
    public int? Direction { get; init; }

    /// <summary>The year the figure is of or compared with, where the sentence says so.</summary>
    public int? Year { get; init; }

    /// <summary>What a share is of, a change against, a completion measured by: 本年支出合计, 上年预算, 年初预算; null where unsaid.</summary>
    public string? Basis { get; init; }

    /// <summary>
    /// True when it stands in a clause that gives a reason or a purpose, or is called approximate: nothing
    /// may be compared with it.
    /// </summary>
    public bool Aside { get; init; }

    /// <summary>It was recognised in a picture, and its figures are not certain; nothing is concluded from it.</summary>
    public bool InDoubt { get; init; }

    /// <summary>For <see cref="FactKind.Names"/>.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>0 for the first of the facts that one heading states of one subject; set when it is put into a document. See <see cref="CellId"/>.</summary>
    public int Occurrence { get; internal init; }

    /// <summary>The number as printed, or the phrase.</summary>
    public required string Text { get; init; }

    public required int Page { get; init; }

    public required Box Box { get; init; }
}
