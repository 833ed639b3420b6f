using System.Globalization;
using Ingest.Contract.Text;
using Ingest.Core.Layouts;

namespace Ingest.Core.Statements;

/// <summary>Puts the evidence for a binding into words.</summary>
internal static class BindingReasons
{
    public static List<Phrase> For(BindingCandidate candidate, TableFragment fragment)
    {
        StatementBinding binding = candidate.Binding;
        var reasons = new List<Phrase>
        {
            new($"版式 {candidate.Layout.Id} 的 {binding.Statement.Id}，得分 {Percent(binding.Score)}", $"{binding.Statement.Id} of layout {candidate.Layout.Id}, score {Percent(binding.Score)}"),
            binding.TitleScore > 0
                ? new($"标题“{fragment.Heading.Title}”相符 {Percent(binding.TitleScore)}", $"the title \"{fragment.Heading.Title}\" fits {Percent(binding.TitleScore)}")
                : new("没有找到标题，仅凭表头判断", "no title was found; the headers alone decide"),
            new($"表头相符 {Percent(binding.HeaderScore)}", $"the headers fit {Percent(binding.HeaderScore)}"),
        };
        reasons.AddRange(binding.Columns.Where(column => column.Weakness is not null)
            .Select(column => new Phrase($"“{column.Key}”列：", $"column {column.Key}: ") + column.Weakness!.Value));
        return reasons;
    }

    public static List<Phrase> Against(List<BindingCandidate> candidates, TableFragment fragment)
    {
        if (fragment.Heading.Title is null && !fragment.Header.IsPresent)
            return [new("没有版式能认出的标题或表头，也不是前一张表的续表", "it has neither a title nor a header that any layout knows, and continues no table")];
        BindingCandidate? nearest = candidates.MaxBy(candidate => candidate.Binding.TitleScore + candidate.Binding.HeaderScore);
        if (nearest is null)
            return [new($"标题“{fragment.Heading.Title}”不属于任何版式", $"the title \"{fragment.Heading.Title}\" is of no layout")];
        StatementBinding binding = nearest.Binding;
        Phrase title = binding.TitleScore > 0
            ? new($"标题相符 {Percent(binding.TitleScore)}", $"title fits {Percent(binding.TitleScore)}")
            : new("没有标题", "no title");
        var reasons = new List<Phrase>
        {
            new(
                $"最接近的是 {nearest.Layout.Id} 的 {binding.Statement.Id}：{title.Chinese}，表头相符 {Percent(binding.HeaderScore)}",
                $"nearest is {binding.Statement.Id} of {nearest.Layout.Id}: {title.English}, headers fit {Percent(binding.HeaderScore)}"),
        };
        if (binding.Contradiction is { } contradiction)
            reasons.Insert(0, contradiction);
        return reasons;
    }

    private static string Percent(double share) => share.ToString("P0", CultureInfo.InvariantCulture);
}
