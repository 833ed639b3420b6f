namespace Ingest.Core.Tests.Versions;

/// <summary>The stages that carry a version, each working on what the ones before it give.</summary>
internal enum Stage
{
    Reader,
    Tables,
    Layouts,
    Statements,
    Narrative,
    Rules,
}

/// <summary>One line of a stage's result.</summary>
internal readonly record struct StageLine(Stage Stage, string Text);
