using System.Collections.Immutable;
using Ingest.Contract.Documents;

namespace Ingest.Core.Narrative;

/// <summary>What the text of a document says.</summary>
/// <param name="Contents">Entries of the 目录, in order; empty when there is none.</param>
/// <param name="Sections">Every heading of the body in order, also those below which nothing is stated.</param>
public sealed record NarrativeText(ImmutableArray<ContentsEntry> Contents, ImmutableArray<NarrativeSection> Sections);
