namespace Ingest.Core.Tests.Statements;

/// <summary>Headers of forms as printed, for drawing tables.</summary>
internal static class FormHeads
{
    public const string T03 =
        """
        科目|<|<|<|支出预算|<|<
        功能分类科目编码|<|<|功能分类科目名称|合计|基本支出|项目支出
        类|款|项|^|^|^|^

        """;

    public const string T05 =
        """
        科目|<|<|<|一般公共预算支出|<|<
        功能分类科目编码|<|<|功能分类科目名称|合计|基本支出|项目支出
        类|款|项|^|^|^|^

        """;

    public const string T08 =
        """
        科目|<|<|<|政府性基金预算支出|<|<|<
        功能分类科目编码|<|<|功能分类科目名称|合计|基本支出|<|项目支出
        类|款|项|^|^|人员经费|公用经费|^

        """;

    public const string T01 =
        """
        收入|<|支出|<
        项目|预算数|支出功能分类|预算数

        """;
}
