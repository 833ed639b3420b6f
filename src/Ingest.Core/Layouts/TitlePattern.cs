namespace Ingest.Core.Layouts;

/// <summary>One wording of a statement's title, and how a printed title compares with it.</summary>
public sealed class TitlePattern
{
    /// <summary>
    /// Words that name a statement. What stands before a known title may be the name of a body, never one
    /// of these: 财政拨款收支总表 is not 收支总表 of a body called 财政拨款.
    /// </summary>
    private static readonly string[] Meaningful =
    [
        "财政拨款", "一般公共预算", "政府性基金", "国有资本经营", "基本支出", "项目支出", "收入", "支出", "收支", "三公",
        "结转", "结余", "绩效", "采购", "转移支付", "债务", "专户", "资产", "购买服务",
    ];

    private readonly PrintedTitle title;

    public TitlePattern(string source)
    {
        Source = source;
        title = new PrintedTitle(PrintedText.Fold(source));
    }

    /// <summary>As written in the layout file.</summary>
    public string Source { get; }

    /// <summary>The title without a generic 部门 or 单位 before it, folded.</summary>
    internal string Core => title.Core;

    /// <summary>
    /// 1 word for word, 0.98 when 部门 / 单位 differ, less with the name of a body before it, a remark
    /// behind it or one letter wrong, 0 when it is another title.
    /// </summary>
    internal double Match(PrintedTitle printed)
    {
        if (printed.Folded == title.Folded)
            return 1;
        if (printed.Core == Core)
            return 0.98;
        if (printed.Core.EndsWith(Core, StringComparison.Ordinal))
            return NamesBody(printed.Core.AsSpan(0, printed.Core.Length - Core.Length)) ? 0.95 : 0;
        if (printed.Core.StartsWith(Core, StringComparison.Ordinal))
            return printed.Core.Length - Core.Length <= 8 && NamesBody(printed.Core.AsSpan(Core.Length)) ? 0.9 : 0;
        // A title without its last letter is the header of a column: 一般公共预算支出.
        return Core.Length >= 8 && printed.Core.EndsWith(Core[^1]) && Wording.OneLetterApart(printed.Core, Core) ? 0.85 : 0;
    }

    private static bool NamesBody(ReadOnlySpan<char> rest)
    {
        foreach (string word in Meaningful)
            if (rest.Contains(word, StringComparison.Ordinal))
                return false;
        return true;
    }
}

/// <summary>A title made ready for comparing.</summary>
internal readonly record struct PrintedTitle
{
    private static readonly string[] Bodies = ["预算单位", "部门", "单位", "本级"];

    /// <param name="folded">Without label, year and bracketed remarks.</param>
    public PrintedTitle(string folded)
    {
        Folded = folded;
        Core = WithoutBody(folded);
    }

    public string Folded { get; }

    /// <summary>Without a generic 部门 or 单位 before it.</summary>
    public string Core { get; }

    private static string WithoutBody(string title)
    {
        foreach (string body in Bodies)
            if (title.Length > body.Length + 2 && title.StartsWith(body, StringComparison.Ordinal))
                return title[body.Length..];
        return title;
    }
}
