using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;

namespace Ingest.Core.Tests.Checks;

public sealed class NamesTests
{
    [Theory]
    [InlineData("因公出国（境）费", "因公出国(境)费")]
    [InlineData("Ａ１类 支出", "A1类支出")]
    [InlineData("“三公”经费", "三公经费")]
    public void Widths_spaces_and_marks_do_not_matter(string left, string right)
    {
        Assert.Equal(Names.Loose(left), Names.Loose(right));
    }

    [Theory]
    [InlineData("一、本年收入", "本年收入", 1)]
    [InlineData("二十一、国有资本经营预算支出", "国有资本经营预算支出", 1)]
    [InlineData("1、一般公共预算拨款", "一般公共预算拨款", 2)]
    [InlineData("１．政府性基金", "政府性基金", 2)]
    [InlineData("（一）财政拨款", "财政拨款", 2)]
    [InlineData("其中：一般财力", "一般财力", 3)]
    [InlineData("其中:1.一般财力", "一般财力", 3)]
    [InlineData("三公经费", "三公经费", 3)]
    public void Numbers_of_items_are_read_and_left_out(string printed, string bare, int level)
    {
        Assert.Equal((bare, level), (Names.Bare(printed), Names.Level(printed)));
    }

    [Theory]
    [InlineData("总计", true)]
    [InlineData("人员经费合计", true)]
    [InlineData("小计", true)]
    [InlineData("公务用车购置及运行费小计", false)]
    [InlineData("合计处", false)]
    public void Totals_are_known_by_their_names(string name, bool isTotal)
    {
        Assert.Equal(isTotal, RowLabel.IsTotal(name));
    }
}
