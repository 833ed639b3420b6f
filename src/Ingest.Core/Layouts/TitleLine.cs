using System.Text.RegularExpressions;
using Ingest.Contract.Text;

namespace Ingest.Core.Layouts;

/// <summary>A line taken apart into label and title: <c>表1 2026年部门收支总体情况表（续）</c>.</summary>
/// <param name="Label">表1, 附表1, 表一, 公开01表, 预算01-1表, 部门公开表1, 一; null when there is none.</param>
/// <param name="Title">What remains, as printed without spaces.</param>
/// <param name="Folded">For comparing: without year, body, quotes and bracketed remarks.</param>
/// <param name="IsContinued">续 or 续表 is printed.</param>
internal sealed partial record TitleLine(string? Label, string Title, string Folded, bool IsContinued)
{
    /// <param name="line">Without spaces.</param>
    /// <param name="department">The body named above the table, which may stand in the title; or null.</param>
    public static TitleLine Parse(string line, string? department)
    {
        string rest = line.Trim('《', '》');
        bool continued = false;
        string? label = null;
        Match suffix = LabelBehind().Match(rest);
        if (suffix.Success)
            (label, rest) = (suffix.Groups["label"].Value, rest[..suffix.Index]);
        Match continuation = Continuation().Match(rest);
        if (continuation.Success)
            (continued, rest) = (true, rest.Remove(continuation.Index, continuation.Length));
        Match prefix = LabelBefore().Match(rest);
        if (prefix.Success && prefix.Length < rest.Length)
            (label, rest) = (label ?? prefix.Groups["label"].Value, rest[prefix.Length..]);
        string title = UnitRemark().Replace(rest, "").Trim('《', '》', '。');
        return new TitleLine(label, title, FoldTitle(title, department), continued);
    }

    private static string FoldTitle(string title, string? department)
    {
        string folded = PrintedText.Fold(Remark().Replace(title, ""));
        if (department is not null)
            folded = folded.Replace(PrintedText.Fold(department), "", StringComparison.Ordinal);
        return Year().Replace(folded, "");
    }

    /// <summary>
    /// A label before the title. The digits stop where a year begins: 表12024年… is 表1 and 2024年…, and so does a bare 一.
    /// </summary>
    [GeneratedRegex(@"^(?:[（(]?(?<label>" + TableLabel.Number + @"表" + TableLabel.Numeral + "|" + TableLabel.Number + @"表\d{1,2}?(?:[-－—]\d{1,2}?)?)(?=(?:19|20)\d\d年|[^\d])[)）]?[：:．.、]?|[（(]?(?<label>" + TableLabel.NumberFirst + @")[)）]?[：:]?|[（(]?(?<label>[一二三四五六七八九十]{1,3})(?:[)）、．.]|(?=(?:19|20)\d\d年))|[（(]?(?<label>\d{1,2}?)[)）、．.](?!\d(?!\d{3}年)))", RegexOptions.ExplicitCapture)]
    private static partial Regex LabelBefore();

    [GeneratedRegex(@"[（(](?<label>" + TableLabel.Number + @"表(?:\d{1,3}|" + TableLabel.Numeral + ")|" + TableLabel.NumberFirst + @")[)）]$", RegexOptions.ExplicitCapture)]
    private static partial Regex LabelBehind();

    [GeneratedRegex(@"[（(\[]?续表?\d{0,2}[)）\]]?$|^续(?=附?表)")]
    private static partial Regex Continuation();

    [GeneratedRegex(@"[（(][^（()）]*[)）]$")]
    private static partial Regex Remark();

    [GeneratedRegex(@"[（(]?(?:金额)?单位[:：](?:人民币)?[千万亿]?元[）)]?$")]
    private static partial Regex UnitRemark();

    [GeneratedRegex(@"(?:19|20)\d\d(?:年度|年)?|[一二〇○零]{2}[一二三四五六七八九〇○零]{2}年度?")]
    private static partial Regex Year();
}
