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

    private static readonly string[] Bodies = ["预算单位", "部门", "单位", "本级"];

    private readonly string folded;
    private readonly string core;

    public TitlePattern(string source)
    {
        Source = source;
        folded = PrintedText.Fold(source);
        core = WithoutBody(folded);
    }

    /// <summary>As written in the layout file.</summary>
    public string Source { get; }

    /// <summary>
    /// 1 word for word, 0.98 when 部门 / 单位 differ, less with the name of a body before it, a remark
    /// behind it or one letter wrong, 0 when it is another title.
    /// </summary>
    /// <param name="title">Folded, without label, year and bracketed remarks.</param>
    public double Match(string title)
    {
        if (title == folded)
            return 1;
        string printed = WithoutBody(title);
        if (printed == core)
            return 0.98;
        if (printed.EndsWith(core, StringComparison.Ordinal))
            return NamesBody(printed[..^core.Length]) ? 0.95 : 0;
        if (printed.StartsWith(core, StringComparison.Ordinal))
            return printed.Length - core.Length <= 8 && NamesBody(printed[core.Length..]) ? 0.9 : 0;
        return core.Length >= 8 && Wording.OneLetterApart(printed, core) ? 0.85 : 0;
    }

    private static bool NamesBody(string rest) => !Array.Exists(Meaningful, rest.Contains);

    private static string WithoutBody(string title)
    {
        foreach (string body in Bodies)
            if (title.Length > body.Length + 2 && title.StartsWith(body, StringComparison.Ordinal))
                return title[body.Length..];
        return title;
    }
}
