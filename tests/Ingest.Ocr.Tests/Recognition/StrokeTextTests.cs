using Ingest.Ocr.Models;
using Ingest.Ocr.Recognition;

namespace Ingest.Ocr.Tests.Recognition;

public class StrokeTextTests
{
    [Theory]
    [InlineData("二丶财政专户", "二、财政专户")]
    [InlineData("1.—般公共预算", "1.一般公共预算")]
    [InlineData("-丶基本支出", "一、基本支出")]
    [InlineData("—、基本支出", "一、基本支出")]
    // A dash that is one.
    [InlineData("2024—2026年", "2024—2026年")]
    [InlineData("-12.50", "-12.50")]
    public void A_stroke_is_told_by_what_stands_beside_it(string read, string told)
    {
        var reading = new LineReading([.. read.Select(character => new CharacterReading(character.ToString(), 1, 0, null, 0))], []);

        Assert.Equal(told, StrokeText.Told(reading).Text);
    }
}
