using System.Collections.Immutable;

namespace Ingest.Core.Narrative.Grammar;

/// <summary>What a sentence takes over from those before it.</summary>
internal sealed class ReadingContext
{
    /// <summary>What the last amount was of; a change or share without words of its own is of that.</summary>
    public ImmutableArray<string> Current { get; set; } = [];

    /// <summary>Unit dimension of the last amount: parts after 其中 are measured like their whole.</summary>
    public string? CurrentUnit { get; set; }

    /// <summary>The whole whose parts are being listed since 其中.</summary>
    public ImmutableArray<string> Whole { get; set; } = [];

    public string? WholeUnit { get; set; }

    /// <summary>The whole that numbered parts （一）（二） belong to, even after parts of parts.</summary>
    public ImmutableArray<string>? NumberedWhole { get; set; }

    /// <summary>一般公共服务支出（类）… that the paragraph began with.</summary>
    public ImmutableArray<string> Item { get; set; } = [];

    /// <summary>The project that a line 项目名称：… named; the labelled lines below it are about that project.</summary>
    public ImmutableArray<string> Project { get; set; } = [];

    /// <summary>A paragraph ended with "其中：": the next ones list parts.</summary>
    public (ImmutableArray<string> Path, string? Unit) Announced { get; set; } = ([], null);

    /// <summary>A new paragraph keeps only the project and the whole it was announced as a part of.</summary>
    public void StartParagraph()
    {
        Current = [];
        CurrentUnit = null;
        Item = Project;
        (Whole, WholeUnit) = Announced;
    }
}
