using Ingest.Core.Performance;

namespace Ingest.Core.Tests.Performance;

public class PersonalDataTests
{
    [Theory]
    [InlineData("13999202837", "139******37")]
    [InlineData("0991-2345678", "099*******78")]
    [InlineData("刘靖", "刘*")]
    [InlineData("杨阿依古丽", "杨****")]
    [InlineData("李", "*")]
    [InlineData("", "")]
    [InlineData(null, null)]
    public void Names_and_numbers_are_masked(string? text, string? masked) => Assert.Equal(masked, PersonalData.Mask(text));
}
