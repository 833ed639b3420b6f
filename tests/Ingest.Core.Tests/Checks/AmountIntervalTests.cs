using FsCheck.Xunit;
using Ingest.Contract.Amounts;

namespace Ingest.Core.Tests.Checks;

public sealed class AmountIntervalTests
{
    [Theory]
    [InlineData("12.30", "12.295", "12.305")]
    [InlineData("12", "11.5", "12.5")]
    [InlineData("-0.5", "-0.55", "-0.45")]
    [InlineData("0.00", "-0.005", "0.005")]
    public void A_printed_amount_stands_for_half_its_last_digit_either_way(string printed, string low, string high)
    {
        Assert.Equal(new AmountInterval(Parse(low), Parse(high)), AmountInterval.OfPrinted(Parse(printed)));
    }

    [Fact]
    public void An_amount_with_as_many_decimals_as_a_decimal_holds_has_an_interval()
    {
        Assert.False(AmountInterval.OfPrinted(0.0000000000000000000000000001m).IsEmpty);
    }

    [Property]
    public bool A_value_rounded_to_print_lies_in_the_interval_of_its_print(int thousandths)
    {
        decimal value = thousandths / 1000m;
        return AmountInterval.OfPrinted(Print(value)).Contains(value);
    }

    [Property]
    public bool Rounded_parts_never_contradict_their_rounded_total(int[] thousandths)
    {
        decimal[] parts = [.. thousandths.Select(part => part / 1000m)];
        AmountInterval sum = parts.Select(part => AmountInterval.OfPrinted(Print(part))).Aggregate(default(AmountInterval), (a, b) => a + b);
        return AmountInterval.OfPrinted(Print(parts.Sum())).Overlaps(sum);
    }

    [Property]
    public bool Sums_add_ends_and_differences_take_the_sum_back(int a, int b)
    {
        (AmountInterval x, AmountInterval y) = (AmountInterval.OfPrinted(a / 100m), AmountInterval.OfPrinted(b / 10m));
        return x + y == y + x && (x + y).HalfWidth == x.HalfWidth + y.HalfWidth && (x + y - y).Contains(x.Centre);
    }

    [Property]
    public bool Multiplying_by_a_negative_number_keeps_the_ends_in_order(int a, int factor)
    {
        AmountInterval product = AmountInterval.OfPrinted(a / 100m) * factor;
        return product.Low <= product.High && product.Contains(a / 100m * factor);
    }

    [Property]
    public bool Intersection_is_empty_exactly_when_the_two_do_not_overlap(int a, int b)
    {
        (AmountInterval x, AmountInterval y) = (AmountInterval.OfPrinted(a % 10 / 100m), AmountInterval.OfPrinted(b % 10 / 100m));
        return x.Overlaps(y) == !x.Intersect(y).IsEmpty;
    }

    private static decimal Print(decimal value) => Math.Round(value, 2, MidpointRounding.AwayFromZero) + 0.00m;

    private static decimal Parse(string text) => decimal.Parse(text, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture);
}
