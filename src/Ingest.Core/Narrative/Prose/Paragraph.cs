namespace Ingest.Core.Narrative.Prose;

/// <summary>Lines that belong together; a heading is one too.</summary>
/// <param name="Text">The lines joined.</param>
/// <param name="Size">Font size of its first line.</param>
/// <param name="Centred">True when its first line stands in the middle.</param>
internal sealed record Paragraph(RunningText Text, float Size, bool Centred);
