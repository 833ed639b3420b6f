using System.Collections.Immutable;

namespace Ingest.Core.Narrative.Grammar;

/// <summary>What a sentence takes over from those before it.</summary>
internal sealed class ReadingContext
{
    /// <summary>What the last amount was of; a change or share without words of its own is of that.</summary>
    public ImmutableArray<string> Current { get; set; } = [];

    /// <summary>Unit dimension of the last amount: parts after 其中 are measured like their whole.</summary>
    public string? CurrentUnit { get; set; }

    /// <summary>What the last figure of each unit was of: "项目12个，涉及预算1000万元。其中：人员类项目5个" has a whole for either.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> ByUnit { get; set; } = ImmutableDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>Wholes of other units than that of <see cref="Whole"/>.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> WholeByUnit { get; set; } = ImmutableDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>The whole whose parts are being listed since 其中.</summary>
    public ImmutableArray<string> Whole { get; set; } = [];

    public string? WholeUnit { get; set; }

    /// <summary>How many parts of <see cref="Whole"/> the last sentence with figures told.</summary>
    public int Siblings { get; set; }

    /// <summary>What the paragraph divides, by functions and by purposes: each list is of the whole again.</summary>
    public ImmutableArray<string> Divided { get; set; } = [];

    /// <summary>What the numbered sentences above are about; a sentence is part of the nearest of a higher rank.</summary>
    public HeadingOutline Outline { get; } = new();

    /// <summary>The account that the text stands at: a line that names a 项 alone belongs to the 类 and 款 above it.</summary>
    public AccountPosition Account { get; } = new();

    /// <summary>一般公共服务支出（类）… that the paragraph began with.</summary>
    public ImmutableArray<string> Item { get; set; } = [];

    /// <summary>公务接待费 where the heading above is nothing but that: "2024年预算安排10万元" below it names no other subject.</summary>
    public ImmutableArray<string> Headed { get; init; } = [];

    /// <summary>The project that a line 项目名称：… named; the labelled lines below it are about that project.</summary>
    public ImmutableArray<string> Project { get; set; } = [];

    /// <summary>The sentence before in this paragraph gave reasons.</summary>
    public bool InReasons { get; set; }

    /// <summary>Wholes whose parts the next paragraphs list.</summary>
    public AnnouncedLists Announced { get; } = new();

    /// <summary>Rank of the last numbered sentence of the paragraph; 0 where none is.</summary>
    public int Rank { get; set; }

    /// <summary>What the section tells outside of its numbered paragraphs: "1.按支出功能分类，包括：…" below it divides that.</summary>
    public ImmutableArray<string> Opening { get; set; } = [];

    /// <summary>What the paragraph told amounts of, in order: "本年收入中：…" goes on with one of them.</summary>
    public List<ImmutableArray<string>> Told { get; } = [];

    /// <summary>A new paragraph keeps only the project and the whole it was announced as a part of.</summary>
    public void StartParagraph()
    {
        Current = [];
        CurrentUnit = null;
        Item = Project;
        InReasons = false;
        Rank = 0;
        (Whole, WholeUnit) = Announced.Innermost;
        Told.Clear();
        Divided = [];
        ByUnit = ByUnit.Clear();
        WholeByUnit = WholeByUnit.Clear();
    }
}
