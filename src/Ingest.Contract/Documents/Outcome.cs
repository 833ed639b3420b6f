namespace Ingest.Contract.Documents;

/// <summary>What became of one relation instance. Never collapsed: what was not assessed has not passed.</summary>
public enum Outcome
{
    Consistent,

    /// <summary>Not equal, but within what rounding explains.</summary>
    Rounding,

    /// <summary>Within the interval, yet independent rounding gives it with p &lt; 1 %.</summary>
    ImprobableRounding,

    Inconsistent,

    /// <summary>The relation has no meaning for these figures: growth from a base of zero.</summary>
    Undefined,

    /// <summary>An operand is missing or unread.</summary>
    NotAssessable,

    /// <summary>There is nothing to check: every operand is blank, or the form has no such figures.</summary>
    NotApplicable,
}
