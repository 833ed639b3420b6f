using System.Text.RegularExpressions;
using Ingest.Contract.Grids;
using Ingest.Contract.Text;

namespace Ingest.Core.Statements;

/// <summary>Code, name and project of a row that hold what labels do not: the amount or the sign beside them, or the code of another row.</summary>
internal static partial class OddLabels
{
    private const string NumberInName = "number-in-name";

    public static void Doubt(DraftRow draft)
    {
        bool isDrawn = draft.Fragment.Grid.Evidence == GridEvidence.Ruled;
        if (draft.Name.Contains('\uFFFD', StringComparison.Ordinal))
            draft.Doubts.Add(("unread-letter", new Phrase(
                $"名称“{draft.Name}”中有字符无法识别",
                $"Letters of the name \"{draft.Name}\" could not be read")));
        if (draft.HasAmounts && SignBehind().IsMatch(draft.Name))
            draft.Doubts.Add(("sign-in-name", new Phrase(
                $"名称“{draft.Name}”末尾的符号可能是其后数字的负号", $"The sign behind the name \"{draft.Name}\" may be that of the number after it")));
        if (AmountIn(draft, isDrawn) is { Length: > 0 } number)
            draft.Doubts.Add((NumberInName, new Phrase(
                $"名称中的“{number}”可能是金额",
                $"\"{number}\" stands in the name and may be an amount")));
        if (!isDrawn && draft.Code is null && CodeWithin().Match(draft.Name) is { Success: true } code)
            draft.Doubts.Add(("code-in-name", new Phrase(
                $"名称中的“{code.Value}”可能是另一行的编码",
                $"\"{code.Value}\" stands in the name and may be the code of another row")));
    }

    /// <summary>An amount in a name may be that of the list beside it in the same row, which is then not blank.</summary>
    public static void DoubtBeside(DraftRow[] drafts)
    {
        foreach (DraftRow draft in drafts)
            if (draft.Doubts.Find(doubt => doubt.Code == NumberInName) is { Code: not null } number)
                foreach (DraftRow beside in drafts.Where(other => other != draft && !other.HasAmounts))
                    beside.Doubts.Add(number);
    }

    /// <summary>Only lines drawn between the columns keep an amount out of the text beside it.</summary>
    private static string AmountIn(DraftRow draft, bool isDrawn)
    {
        Match number = draft.HasAmounts || !isDrawn ? AmountWithin().Match(draft.Name) : NumberBehind().Match(draft.Name);
        if (!number.Success && !isDrawn)
            number = draft.HasAmounts ? AmountWithin().Match(draft.Project ?? "") : WholeNumberBehind().Match(draft.Name);
        return !number.Success && !isDrawn ? WholeNumberAhead().Match(draft.Name).Value : number.Value;
    }

    [GeneratedRegex(@"-?(?:\d[\d,，]*\.\d{1,6}|\d{1,3}(?:[,，]\d{3})+)$")]
    private static partial Regex NumberBehind();

    /// <summary>Whole yuan, without separators; years and numbers of projects are shorter.</summary>
    [GeneratedRegex(@"(?<=[\u2E80-\u9FFF)）])-?\d{5,}$")]
    private static partial Regex WholeNumberBehind();

    /// <summary>223621792一、一般公共服务支出: the amount of the column before the name; a code of five or seven digits is none.</summary>
    [GeneratedRegex(@"^-?(?!2\d{4}(?:\d{2})?(?!\d))\d{5,}(?=[\u2E80-\u9FFF])")]
    private static partial Regex WholeNumberAhead();

    [GeneratedRegex(@"\d[\d,，]*\.\d{2,6}(?!\d)|\d{1,3}(?:[,，]\d{3})+(?!\d)")]
    private static partial Regex AmountWithin();

    [GeneratedRegex(@"(?<=[\u2E80-\u9FFF)）])2\d\d(?:\d\d){0,2}(?=[\u2E80-\u9FFF])(?!年)")]
    private static partial Regex CodeWithin();

    [GeneratedRegex(@"(?<=[\u2E80-\u9FFF)）])[-－−–—△▲]$")]
    private static partial Regex SignBehind();
}
