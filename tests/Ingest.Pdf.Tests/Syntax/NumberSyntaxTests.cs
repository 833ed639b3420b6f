using System.Globalization;
using FsCheck.Xunit;
using Ingest.Pdf.Syntax;

namespace Ingest.Pdf.Tests.Syntax;

public sealed class NumberSyntaxTests
{
    [Theory]
    [InlineData("0", 0, 1)]
    [InlineData("42", 42, 2)]
    [InlineData("-17", -17, 3)]
    [InlineData("+17", 17, 3)]
    [InlineData("34.5", 34.5, 4)]
    [InlineData("-.002", -0.002, 5)]
    [InlineData("4.", 4, 2)]
    [InlineData("+.5", 0.5, 3)]
    [InlineData("007", 7, 3)]
    [InlineData("0.0000000001", 1e-10, 12)]
    // Repeated signs count once.
    [InlineData("--5", -5, 3)]
    [InlineData("+-5", -5, 3)]
    // Writers that print the whole and the broken part by themselves put a sign in front of each.
    [InlineData("-5.-25", -5.25, 6)]
    [InlineData("5-3", 53, 3)]
    // No digits at all.
    [InlineData(".", 0, 1)]
    [InlineData("-", 0, 1)]
    [InlineData("-.", 0, 2)]
    // What ends a number.
    [InlineData("1.2.3", 1.2, 3)]
    [InlineData("12Tf", 12, 2)]
    [InlineData("1e5", 1, 1)]
    [InlineData("7/F", 7, 1)]
    public void A_number_is_read_as_viewers_read_it(string text, double expected, int length)
    {
        int taken = NumberSyntax.Read(PdfBuilder.Latin(text), out double value, out _);

        Assert.Equal(expected, value, 12);
        Assert.Equal(length, taken);
    }

    [Theory]
    [InlineData("123456789012345678901234567890", 1.2345678901234568e29)]
    [InlineData("100000000000000000000.75", 1e20)]
    [InlineData("0.3333333333333333333333333", 1.0 / 3)]
    [InlineData("0000000000000000000000000000012", 12)]
    public void More_digits_than_matter_cost_only_precision(string text, double expected)
    {
        NumberSyntax.Read(PdfBuilder.Latin(text), out double value, out _);

        Assert.Equal(1, value / expected, 12);
    }

    [Fact]
    public void A_number_of_a_thousand_digits_is_finite_and_fits_a_float()
    {
        NumberSyntax.Read(PdfBuilder.Latin(new string('9', 1000)), out double value, out _);

        Assert.True(float.IsFinite((float)value));
        Assert.True(value >= 1e37);
    }

    [Theory]
    [InlineData("12", true)]
    [InlineData("12.", false)]
    [InlineData("12.0", false)]
    public void A_decimal_point_makes_a_real(string text, bool isInteger)
    {
        NumberSyntax.Read(PdfBuilder.Latin(text), out _, out bool found);

        Assert.Equal(isInteger, found);
    }

    [Property]
    public bool Integers_come_back_as_written(int number)
    {
        string text = number.ToString(CultureInfo.InvariantCulture);
        return NumberSyntax.Read(PdfBuilder.Latin(text), out double value, out bool isInteger) == text.Length && isInteger && value == number;
    }

    [Property]
    public bool Amounts_come_back_as_written(int thousandths)
    {
        string text = (thousandths / 1000m).ToString("F3", CultureInfo.InvariantCulture);
        NumberSyntax.Read(PdfBuilder.Latin(text), out double value, out _);
        return value == double.Parse(text, CultureInfo.InvariantCulture);
    }
}
