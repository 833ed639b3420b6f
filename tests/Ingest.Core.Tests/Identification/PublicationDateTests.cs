using Ingest.Core.Identification;

namespace Ingest.Core.Tests.Identification;

public class PublicationDateTests
{
    [Theory]
    [InlineData("2024年03月01日", "2024-03-01")]
    [InlineData("2024年3月1日", "2024-03-01")]
    [InlineData("2024-03-01", "2024-03-01")]
    [InlineData("公开时间：2024年3月1日", "2024-03-01")]
    [InlineData("二〇二四年三月一日", "2024-03-01")]
    [InlineData("二○二四年十二月三十一日", "2024-12-31")]
    [InlineData("二〇二四年十月二十日", "2024-10-20")]
    public void Full_dates_are_read(string line, string date)
    {
        Assert.Equal(DateOnly.ParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), PublicationDate.Parse(line));
    }

    [Theory]
    [InlineData("2024年3月")]
    [InlineData("2024年13月1日")]
    [InlineData("2023年2月29日")]
    [InlineData("截至2024年3月1日")]
    [InlineData("2024年3月1日成立")]
    [InlineData("2024")]
    public void Anything_else_is_no_date(string line)
    {
        Assert.Null(PublicationDate.Parse(line));
    }
}
