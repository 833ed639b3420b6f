using Ingest.App.Words;

namespace Ingest.App.Tests.Intake;

public class PersonalNumbersTests
{
    [Theory]
    [InlineData("联系人 13999202837.pdf", "联系人 139******37.pdf")]
    [InlineData("身份证650102198001011234号", "身份证650*************34号")]
    [InlineData("预算 13999202837.55 万元", "预算 13999202837.55 万元")]
    [InlineData("2024年预算 1234567.89", "2024年预算 1234567.89")]
    [InlineData("113999202837", "113999202837")]
    public void Numbers_of_persons_are_masked_and_amounts_are_not(string text, string expected) =>
        Assert.Equal(expected, PersonalNumbers.Mask(text));
}
