using System.Globalization;
using Ingest.Core.Layouts;

namespace Ingest.Core.Statements;

/// <summary>Puts the evidence for a binding into words.</summary>
internal static class BindingReasons
{
    public static List<string> For(BindingCandidate candidate, TableFragment fragment)
    {
        StatementBinding binding = candidate.Binding;
        var reasons = new List<string>
        {
            $"{binding.Statement.Id} of layout {candidate.Layout.Id}, score {Percent(binding.Score)}",
            binding.TitleScore > 0
                ? $"the title \"{fragment.Heading.Title}\" fits {Percent(binding.TitleScore)}"
                : "no title was found; the headers alone decide",
            $"the headers fit {Percent(binding.HeaderScore)}",
        };
        reasons.AddRange(binding.Columns.Where(column => column.Weakness is not null).Select(column => $"column {column.Key}: {column.Weakness}"));
        return reasons;
    }

    public static List<string> Against(List<BindingCandidate> candidates, TableFragment fragment)
    {
        if (fragment.Heading.Title is null && !fragment.Header.IsPresent)
            return ["it has neither a title nor a header that any layout knows, and continues no table"];
        BindingCandidate? nearest = candidates.MaxBy(candidate => candidate.Binding.TitleScore + candidate.Binding.HeaderScore);
        if (nearest is null)
            return [$"the title \"{fragment.Heading.Title}\" is of no layout"];
        StatementBinding binding = nearest.Binding;
        string title = binding.TitleScore > 0 ? $"title fits {Percent(binding.TitleScore)}" : "no title";
        var reasons = new List<string>
        {
            $"nearest is {binding.Statement.Id} of {nearest.Layout.Id}: {title}, headers fit {Percent(binding.HeaderScore)}",
        };
        if (binding.Contradiction is { } contradiction)
            reasons.Insert(0, contradiction);
        return reasons;
    }

    private static string Percent(double share) => share.ToString("P0", CultureInfo.InvariantCulture);
}
