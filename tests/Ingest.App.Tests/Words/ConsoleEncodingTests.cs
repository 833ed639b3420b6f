using System.Text;
using Ingest.App.Words;

namespace Ingest.App.Tests.Words;

public class ConsoleEncodingTests
{
    /// <summary>The signs beside the lines of a run, and the arrow before a suggested amount.</summary>
    private const string Line = "✓ ✗ △ × 《表》 → 6.06 万元 −1.00 …";

    [Fact]
    public void A_console_of_GBK_gets_signs_that_it_has()
    {
        Encoding gbk = CodePagesEncodingProvider.Instance.GetEncoding(936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
        var bytes = new MemoryStream();
        using (var console = new StreamWriter(bytes, gbk))
            new GuardedWriter(console).WriteLine(Line);

        Assert.Equal("√ × △ × 《表》 → 6.06 万元 -1.00 …", gbk.GetString(bytes.ToArray()).TrimEnd());
    }

    [Fact]
    public void A_console_of_UTF_8_gets_the_signs_themselves()
    {
        var bytes = new MemoryStream();
        using (var console = new StreamWriter(bytes, new UTF8Encoding(false)))
            new GuardedWriter(console).WriteLine(Line);

        Assert.Equal(Line, Encoding.UTF8.GetString(bytes.ToArray()).TrimEnd());
    }
}
