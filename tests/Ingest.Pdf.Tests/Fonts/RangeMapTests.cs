using FsCheck.Xunit;
using Ingest.Pdf.Fonts.CMaps;

namespace Ingest.Pdf.Tests.Fonts;

public class RangeMapTests
{
    [Property(MaxTest = 500)]
    public void The_range_added_last_wins_whatever_overlaps(byte[] ends)
    {
        var map = new RangeMap<int>();
        var expected = new (uint Offset, int Value)?[256];
        for (int i = 0; i + 1 < ends.Length; i += 2)
        {
            map.Add(ends[i], ends[i + 1], i);
            for (int code = ends[i]; code <= ends[i + 1]; code++)
                expected[code] = ((uint)(code - ends[i]), i);
        }

        for (uint code = 0; code < 256; code++)
        {
            bool found = map.TryFind(code, out uint offset, out int value);
            Assert.Equal(expected[code], found ? (offset, value) : null);
        }
    }

    [Fact]
    public void The_last_code_of_all_can_be_in_a_range()
    {
        var map = new RangeMap<int>();
        map.Add(0, uint.MaxValue, 1);
        map.Add(uint.MaxValue, uint.MaxValue, 2);
        Assert.True(map.TryFind(uint.MaxValue, out _, out int last) && last == 2);
        Assert.True(map.TryFind(uint.MaxValue - 1, out _, out int other) && other == 1);
    }

    [Fact]
    public void A_hundred_thousand_nested_ranges_are_settled_quickly()
    {
        var map = new RangeMap<int>();
        for (uint i = 0; i < 100_000; i++)
            map.Add(i, 1_000_000 - i, (int)i);
        Assert.True(map.TryFind(500_000, out _, out int innermost));
        Assert.Equal(99_999, innermost);
        Assert.True(map.TryFind(1_000_000, out _, out int outermost));
        Assert.Equal(0, outermost);
    }
}
