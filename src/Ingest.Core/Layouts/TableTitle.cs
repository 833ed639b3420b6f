using System.Text.RegularExpressions;
using Ingest.Contract.Grids;
using Ingest.Contract.Text;

namespace Ingest.Core.Layouts;

/// <summary>Tells the line that names a table, whatever table it is, from the other lines above it.</summary>
internal static partial class TableTitle
{
    /// <summary>Letters; 政府采购预算表 has seven, and no title that was seen has more than fifty.</summary>
    private const int Longest = 60;

    /// <summary>
    /// The line taken apart, or null when it is no title: titles end with 表, a list of tables with page numbers and a sentence
    /// do not, and the heading of the part of the document that holds the tables names none of them.
    /// </summary>
    /// <param name="compact">Without spaces.</param>
    public static TitleLine? In(string compact, string? department)
    {
        if (compact.Length > Longest || !compact.Contains('表', StringComparison.Ordinal) || Part().IsMatch(compact) || HeadingLine.IsSentence(compact))
            return null;
        TitleLine title = TitleLine.Parse(compact, department);
        return title.Folded.EndsWith('表') && title.Folded.Length > 2 && !NamesNone().IsMatch(title.Folded) && !Reference().IsMatch(title.Title) ? title : null;
    }

    /// <summary>The cell is a boxed title, alone or with the body and the unit on lines of their own below it.</summary>
    public static bool IsIn(GridCell cell) => In(PrintedText.Compact(cell.Text), null) is not null
        || (!cell.Lines.IsEmpty && In(PrintedText.Compact(cell.Lines[0].Text), null) is not null
            && cell.Lines.Skip(1).Select(line => PrintedText.Compact(line.Text)).All(text => HeadingLine.IsUnitLine(text) || HeadingLine.DepartmentIn(text) is not null));

    [GeneratedRegex("^第[一二三四五六七八九十]+(?:部分|章|篇|节)")]
    private static partial Regex Part();

    /// <summary>附表, 部门预算公开表, 预算表格: words that every table's heading could have, and no word that says which table it is.</summary>
    [GeneratedRegex("^(?:.{0,40}(?:局|委|部|院|厅|办|室|处|所|站|校|园|会|社|中心|馆|台|团|队|镇|乡|街道))?(?:附|年度?|本级|区级|市级|省级|县级|部门|单位|预算|决算|公开|批复|情况|报|套|草案|明细|数据|及|和|的|相关|一览|各类|全套|说明)*表$", RegexOptions.ExplicitCapture)]
    private static partial Regex NamesNone();

    /// <summary>详见附表, 见下表, 如上表: a mention of a table.</summary>
    [GeneratedRegex("(?:见|如|按|填)(?:附|下|上|本|右|左)?表$|[下上本该此]表$|空表$|^(?:制|填|编|审|报)表")]
    private static partial Regex Reference();
}
