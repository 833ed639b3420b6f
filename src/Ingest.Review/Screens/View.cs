using Ingest.Review.Words;

namespace Ingest.Review.Screens;

/// <summary>What every screen knows of the request that it answers.</summary>
/// <param name="Reviewer">Whose name verdicts carry; "" before signing in.</param>
/// <param name="SignsIn">False on one machine alone, where nobody does.</param>
/// <param name="Token">Against forged requests; every form and script carries it.</param>
/// <param name="Theme"><c>light</c>, <c>dark</c>, or <c>auto</c> for what the system says.</param>
/// <param name="Address">Path and query of this screen.</param>
/// <param name="Assets">Version of scripts and styles, so that a new program's are fetched anew.</param>
public sealed record View(ReviewWords Words, string Reviewer, bool SignsIn, string Token, string Theme, string Address, string Assets);

/// <summary>The screens that the bar at the top leads to.</summary>
public enum Section
{
    None,
    Overview,
    Findings,
    Years,
    Papers,
    Quarantine,
    Rules,
}
