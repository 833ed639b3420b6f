using Ingest.Contract.Documents;

namespace Ingest.Core.Identification;

/// <summary>Where a body or a year is named, the strongest source first.</summary>
internal enum MentionSource
{
    /// <summary>编制部门： above the tables; the year in their titles.</summary>
    Table,

    /// <summary>A line such as 预算主管部门：… outside the tables.</summary>
    Label,

    /// <summary>The first two pages.</summary>
    Cover,

    /// <summary>A heading of a part.</summary>
    Heading,

    /// <summary>The year over a column of amounts.</summary>
    Header,

    /// <summary>The name under which the file came.</summary>
    FileName,
}

/// <summary>One place that names the body, the year or the kind of the document.</summary>
internal sealed record Mention(MentionSource Source, string? Department, int? Year, DocumentKind? Kind, int? Page);
