using Ingest.App.Words;

namespace Ingest.App.Tests.Intake;

public class PersonalNumbersTests
{
    [Theory]
    [InlineData("联系人 13999202837.pdf", "联系人 139******37.pdf")]
    [InlineData("身份证650102198001011234号", "身份证650*************34号")]
    [InlineData("身份证65010219800101123X", "身份证650*************3X")]
    [InlineData("旧证650102800101123。", "旧证650**********23。")]
    [InlineData("电话：+86 139-9920-2837", "电话：+86 1**-****-**37")]
    [InlineData("139 9920 2837", "139 **** **37")]
    [InlineData("１３９９９２０２８３７", "１３９******３７")]
    [InlineData("0991-2345678", "099*-*****78")]
    [InlineData("（0991）2345678", "（099*）*****78")]
    [InlineData("010 6655 4433", "010 **** **33")]
    [InlineData("电话：2345678", "电话：234**78")]
    [InlineData("13999202837、13899202838，13799202839", "139******37、138******38，137******39")]
    [InlineData("13999202837 13899202838", "139******37 138******38")]
    [InlineData("13999202837/13899202838", "139******37/138******38")]
    public void Numbers_of_persons_are_masked_in_every_usual_writing(string text, string expected) =>
        Assert.Equal(expected, PersonalNumbers.Mask(text));

    [Theory]
    [InlineData("预算 13999202837.55 万元")]
    [InlineData("2024年预算 1234567.89")]
    [InlineData("113999202837")]
    [InlineData("13,999,202,837.00")]
    [InlineData("科目 2010301 行政运行 2080505")]
    [InlineData("2345678")]
    [InlineData("3d13999202837f0a4b650102198001011234")]
    [InlineData("文号 新财预〔2024〕12345678号")]
    [InlineData("2024-01-01 2024-12-31")]
    public void Amounts_codes_dates_and_hashes_stay(string text) => Assert.Same(text, PersonalNumbers.Mask(text));
}
