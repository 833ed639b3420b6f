namespace Ingest.Core.Narrative.Grammar;

/// <summary>The units that follow numbers in these documents.</summary>
internal static class Units
{
    private static readonly (string Text, Dimension Dimension)[] _known =
    [
        .. Of(Dimension.Money, "亿元", "万元", "千元", "百元", "元"),
        .. Of(Dimension.Percent, "个百分点", "百分点", "%"),
        .. Of(
            Dimension.Count,
            "台（套）", "台套", "台/套", "辆（台）", "套（台）", "平方公里", "平方米", "立方米", "公里", "公顷", "千米", "人次", "人天",
            "场次", "班次", "车次", "批次", "件次", "个月", "小时", "分钟", "学时", "课时", "工作日", "公斤", "㎡", "m²", "人", "名", "位",
            "辆", "台", "套", "个", "家", "户", "项", "批", "次", "亩", "吨", "册", "份", "件", "种", "所", "间", "栋", "幢", "座", "条",
            "处", "期", "场", "天", "日", "年", "周", "岁", "分", "米", "棵", "株", "头", "只", "部", "篇", "类", "倍", "门", "盏", "艘",
            "架", "块", "张", "支", "起", "宗", "例", "轮", "层", "村", "街道", "科", "站", "度", "米"),
    ];

    /// <summary>The unit printed at a position of a folded text, the longest that fits, or nothing.</summary>
    public static (int Length, Dimension Dimension) At(string folded, int at)
    {
        int scale = at < folded.Length && folded[at] is '万' or '亿' ? 1 : 0;
        foreach (int skip in scale == 1 ? (ReadOnlySpan<int>)[0, 1] : [0])
        {
            (string? text, Dimension dimension) = Longest(folded, at + skip);
            if (text is not null)
                return (skip + text.Length + Per(folded, at + skip + text.Length), dimension);
        }
        // "1720.00万，": the 元 is left out.
        return scale == 1 && EndsClause(folded, at + 1) ? (1, Dimension.Money) : (0, Dimension.None);
    }

    private static (string?, Dimension) Longest(string folded, int at)
    {
        (string? text, Dimension dimension) best = (null, Dimension.None);
        foreach ((string text, Dimension dimension) in _known)
            if (text.Length > (best.text?.Length ?? 0) && string.CompareOrdinal(folded, at, text, 0, text.Length) == 0)
                best = (text, dimension);
        return best;
    }

    /// <summary>Length of "/人", "/平方米·年" after a unit.</summary>
    private static int Per(string folded, int at)
    {
        if (at >= folded.Length || folded[at] != '/')
            return 0;
        (string? text, _) = Longest(folded, at + 1);
        return text is null ? 0 : 1 + text.Length;
    }

    private static bool EndsClause(string folded, int at) =>
        at >= folded.Length || "，。；、）".Contains(folded[at], StringComparison.Ordinal);

    private static (string, Dimension)[] Of(Dimension dimension, params string[] texts) =>
        [.. texts.Select(text => (text, dimension))];
}
