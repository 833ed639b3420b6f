using Ingest.Contract.Text;

namespace Ingest.Pdf.Tests.Fonts;

public class CjkRadicalsTests
{
    [Theory]
    [InlineData("部⻔⽀出总表", "部门支出总表")]
    [InlineData("⼀般公共预算", "一般公共预算")]
    [InlineData("财政专⼾⾦额", "财政专户金额")]
    [InlineData("⺠⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻥⻦⻨⻩⻬⻮⻰⻳⺟⻄", "民见角贝车长门青页风飞食马骨鱼鸟麦黄齐齿龙龟母西")]
    [InlineData("\u2F00\u2FD5", "一龠")]
    public void Radicals_become_the_ideographs_they_look_like(string read, string folded) =>
        Assert.Equal(folded, CjkRadicals.Fold(read));

    [Theory]
    [InlineData("")]
    [InlineData("部门支出总表 12.50")]
    [InlineData("戶長門")]
    public void Text_without_radicals_is_the_same_instance(string text) =>
        Assert.Same(text, CjkRadicals.Fold(text));

    [Fact]
    public void Nothing_but_parts_without_a_character_of_their_own_stays_a_radical()
    {
        string all = string.Concat(Enumerable.Range(0x2E80, 0x2FD6 - 0x2E80)
            .Where(c => c is not (0x2E9A or (>= 0x2EF4 and <= 0x2EFF)))
            .Select(c => (char)c));
        string left = string.Concat(CjkRadicals.Fold(all).Where(c => c is >= '\u2E80' and <= '\u2FDF'));
        Assert.Equal("⺀⺇⺑⺪⺮⺵⺷⺸⺽⻇⻊⻕⻞⻡", left);
    }
}
