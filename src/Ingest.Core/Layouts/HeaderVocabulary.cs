using System.Collections.Frozen;

namespace Ingest.Core.Layouts;

/// <summary>Every wording that occurs in the header of some statement: what tells header rows from data rows.</summary>
internal sealed class HeaderVocabulary
{
    /// <summary>Headers that structure a table in every template.</summary>
    private static readonly string[] _structure =
    [
        "类", "款", "项", "目", "科目", "项目", "栏次", "行次", "序号", "编码", "代码", "名称", "科目编码", "科目代码", "科目名称",
        "单位代码", "单位名称", "单位编码", "部门代码", "部门名称", "收入", "支出", "预算数", "决算数", "金额", "备注", "本年", "上年",
        "合计", "小计", "总计", "其中",
    ];

    private readonly FrozenSet<string> _terms;

    public HeaderVocabulary(IEnumerable<Layout> layouts)
    {
        IEnumerable<SideLayout> sides = layouts.SelectMany(layout => layout.Statements).SelectMany(statement => statement.Sides);
        _terms = sides.SelectMany(SideTerms).Concat(_structure).ToFrozenSet(StringComparer.Ordinal);
    }

    public bool Contains(string folded) => _terms.Contains(folded);

    private static IEnumerable<string> SideTerms(SideLayout side) =>
        side.Code.Concat(side.Name).Concat(side.Project).Concat(side.Government).Concat(side.Ignore)
            .Concat(side.Columns.SelectMany(column => column.Headers))
            .SelectMany(pattern => pattern.Terms)
            .Concat(side.Header);
}
