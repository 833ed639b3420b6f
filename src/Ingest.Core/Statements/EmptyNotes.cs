using System.Text.RegularExpressions;
using Ingest.Contract.Grids;
using Ingest.Contract.Text;

namespace Ingest.Core.Statements;

/// <summary>Finds the sentence that says why a table is empty.</summary>
internal static partial class EmptyNotes
{
    /// <summary>Paragraphs looked at below a table: notes of the form, the note itself.</summary>
    private const int MostLines = 8;

    /// <summary>Letters; a note without a full stop is not longer: 无相关收支项目.</summary>
    private const int ShortNote = 24;

    public static bool IsNote(string compact) => Note().IsMatch(compact);

    /// <param name="loosely">Also "没有 … 支出" without the words 空表 or 无数据; fit for tables known to be empty.</param>
    public static bool SaysEmpty(string compact, bool loosely) =>
        !Instruction().IsMatch(compact) && (Strict().IsMatch(compact) || (loosely && compact.Length <= 160 && Loose().IsMatch(compact)));

    /// <param name="below">Lines below the table, top to bottom.</param>
    /// <param name="loosely">As above.</param>
    /// <returns>The sentence without spaces and its lines; null when there is none.</returns>
    public static (string Text, TextLine[] Lines)? Find(IEnumerable<TextLine> below, bool loosely)
    {
        var paragraph = new List<TextLine>();
        foreach (TextLine line in below.Take(MostLines))
        {
            if (Heading().IsMatch(PrintedText.Compact(line.Text)))
                break;
            if (paragraph.Count > 0 && StartsParagraph(paragraph[^1], line))
                paragraph.Clear();
            paragraph.Add(line);
            string text = PrintedText.Compact(string.Concat(paragraph.Select(part => part.Text)));
            if ((text.EndsWith('。') || text.EndsWith('表') || text.EndsWith('据')) && SaysEmpty(text, loosely))
                return (text, [.. paragraph]);
        }
        string rest = PrintedText.Compact(string.Concat(paragraph.Select(part => part.Text)));
        return paragraph.Count > 0 && SaysEmpty(rest, loosely && (IsNote(rest) || Bracketed().IsMatch(rest) || rest.Length <= ShortNote)) ? (rest, [.. paragraph]) : null;
    }

    /// <summary>The line of a template that tells the author what to write below an empty table; null when none was left.</summary>
    public static string? LeftInstruction(IEnumerable<TextLine> below) =>
        below.Take(MostLines).Select(line => PrintedText.Compact(line.Text)).FirstOrDefault(text => ToAuthor().IsMatch(text));

    /// <summary>The line before ended its sentence, was short, stands apart, or is on the page before.</summary>
    private static bool StartsParagraph(TextLine before, TextLine line)
    {
        string text = before.Text.TrimEnd();
        float size = Math.Max(before.Size, line.Size);
        return text.EndsWith('。') || text.EndsWith('：') || text.EndsWith(':')
            || before.Baseline - line.Baseline > 2.4f * size
            || line.Baseline > before.Baseline + size
            || before.Box.Right + (2 * size) < line.Box.Right
            || IsNote(PrintedText.Compact(line.Text));
    }

    [GeneratedRegex(@"^(?:[（(]?(?:备?注|说明)\d?[:：.、]|[（(]?(?:备注|说明)[）)])")]
    private static partial Regex Note();

    /// <summary>What a form says of every department: 如无…支出，则本表为空. Under figures it says nothing of them.</summary>
    public static bool IsConditional(string compact) => Condition().IsMatch(compact);

    [GeneratedRegex("(?:^|[:：，。])(?:如|若|如果|凡)[^。]{0,40}(?:则|应|可)|^(?:备?注|说明)[:：]?(?:如|若)")]
    private static partial Regex Condition();

    [GeneratedRegex("^[（(][^（()）]*[）)]$")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"空表|表为空|(?:无|没有)数据|(?:无|没有)此项|(?:无|没有)该项|(?:无|没有)相关(?:收支)?(?:数据|内容|项目|业务)|不涉及(?:本|此|该)")]
    private static partial Regex Strict();

    [GeneratedRegex(@"(?:没有|无|未)(?:[^，。；]{0,40})(?:支出|收入|预算|拨款|经费|结转|结余|资金|项目|安排)")]
    private static partial Regex Loose();

    [GeneratedRegex(@"仍(?:应|需|须)?保留该表格?式|在本表下方作?.{0,4}说明")]
    private static partial Regex ToAuthor();

    [GeneratedRegex(@"仍保留该表格式|本表反映|作(?:如下|以下|下列|下述)说明")]
    private static partial Regex Instruction();

    [GeneratedRegex(@"^第[一二三四五六]部分|^[一二三四五六七八九十]{1,3}、")]
    private static partial Regex Heading();
}
