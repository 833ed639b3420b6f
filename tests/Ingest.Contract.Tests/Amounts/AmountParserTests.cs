using System.Globalization;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Ingest.Contract.Amounts;

namespace Ingest.Contract.Tests.Amounts;

public class AmountParserTests
{
    [Theory]
    [InlineData("534.24", "534.24")]
    [InlineData("0", "0")]
    [InlineData("0.00", "0.00")]
    [InlineData("375.00", "375.00")]
    [InlineData(".50", "0.50")]
    [InlineData("453,112,116.73", "453112116.73")]
    [InlineData("1，234．50", "1234.50")]
    [InlineData("１２３．４５", "123.45")]
    [InlineData(" 12.50　", "12.50")]
    [InlineData("-12.50", "-12.50")]
    [InlineData("− 12.50", "-12.50")]
    [InlineData("–12.50", "-12.50")]
    [InlineData("－１２", "-12")]
    [InlineData("(1,200.00)", "-1200.00")]
    [InlineData("（12.50）", "-12.50")]
    [InlineData("△12.50", "-12.50")]
    [InlineData("▲ 12.50", "-12.50")]
    [InlineData("\u00AD6.06", "-6.06")]
    [InlineData("\u20126.06", "-6.06")]
    [InlineData("\u20436.06", "-6.06")]
    [InlineData("¯6.06", "-6.06")]
    [InlineData("一6.06", "-6.06")]
    [InlineData("375.00¹", "375.00")]
    [InlineData("²375.00", "375.00")]
    [InlineData("3750000¹²", "3750000")]
    [InlineData("375.00①", "375.00")]
    [InlineData("12.92*", "12.92")]
    [InlineData("12.92 **", "12.92")]
    [InlineData("6.06(1)", "6.06")]
    [InlineData("6.06（12）", "6.06")]
    [InlineData("6.06 [1]", "6.06")]
    [InlineData("-6.06注1", "-6.06")]
    [InlineData("6.06(注1)", "6.06")]
    [InlineData("6.06a", "6.06")]
    [InlineData("(6.06)①", "-6.06")]
    [InlineData("[1]6.06", "6.06")]
    [InlineData("【12】-6.06", "-6.06")]
    [InlineData("注¹6.06", "6.06")]
    [InlineData("（注）6.06", "6.06")]
    [InlineData("(注1) 6.06", "6.06")]
    [InlineData("6.06（注）", "6.06")]
    [InlineData("6.06[注2]", "6.06")]
    [InlineData("6.06〈1〉", "6.06")]
    public void Amounts_keep_sign_and_printed_decimals(string text, string expected)
    {
        AmountReading reading = AmountParser.Parse(text);

        Assert.Equal(AmountOutcome.Amount, reading.Outcome);
        Assert.Equal(expected, reading.Value!.Value.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("　")]
    public void Nothing_printed_is_blank_and_not_zero(string text)
    {
        Assert.Equal(AmountOutcome.Blank, AmountParser.Parse(text).Outcome);
        Assert.Null(AmountParser.Parse(text).Value);
    }

    [Theory]
    [InlineData("-")]
    [InlineData("--")]
    [InlineData("—")]
    [InlineData("——")]
    [InlineData("－")]
    [InlineData("/")]
    [InlineData("／")]
    [InlineData("无")]
    [InlineData("……")]
    [InlineData("×")]
    [InlineData("*")]
    [InlineData("N/A")]
    [InlineData("～")]
    public void Dashes_alone_are_an_outcome_of_their_own(string text)
    {
        Assert.Equal(AmountOutcome.Dash, AmountParser.Parse(text).Outcome);
        Assert.Null(AmountParser.Parse(text).Value);
    }

    [Theory]
    [InlineData("单位不需填列", AmountFailure.Words)]
    [InlineData("12.5万元", AmountFailure.Words)]
    [InlineData("1O.50", AmountFailure.Words)]
    [InlineData("+12.50", AmountFailure.Words)]
    [InlineData("12.50%", AmountFailure.Percent)]
    [InlineData("１２％", AmountFailure.Percent)]
    [InlineData("12.50 13.60", AmountFailure.SeveralNumbers)]
    [InlineData("12 345", AmountFailure.SeveralNumbers)]
    [InlineData("1,23", AmountFailure.Grouping)]
    [InlineData("1234,567", AmountFailure.Grouping)]
    [InlineData(",123", AmountFailure.Grouping)]
    [InlineData("1,234,56", AmountFailure.Grouping)]
    [InlineData("12.", AmountFailure.Grouping)]
    [InlineData("1.234.567", AmountFailure.Grouping)]
    [InlineData("12.5013.60", AmountFailure.Grouping)]
    [InlineData("1.234,5", AmountFailure.Grouping)]
    [InlineData("0101", AmountFailure.LeadingZero)]
    [InlineData("00", AmountFailure.LeadingZero)]
    [InlineData("(12.50", AmountFailure.Sign)]
    [InlineData("-(3)", AmountFailure.Sign)]
    [InlineData("()", AmountFailure.Sign)]
    [InlineData("12.50-", AmountFailure.Sign)]
    [InlineData("—12.50", AmountFailure.Sign)]
    [InlineData("△", AmountFailure.Sign)]
    [InlineData("12345678901234567890123456789", AmountFailure.TooLong)]
    public void Anything_else_is_unread_for_a_reason(string text, AmountFailure reason)
    {
        Assert.Equal(AmountReading.Unread(reason), AmountParser.Parse(text));
    }

    [Property]
    public bool What_is_printed_with_or_without_separators_reads_back(long cents, bool separators, bool fullWidth)
    {
        decimal value = cents / 100m;
        string text = value.ToString(separators ? "#,##0.00" : "0.00", CultureInfo.InvariantCulture);
        if (fullWidth)
            text = string.Concat(text.Select(letter => (char)(letter + 0xFEE0)));

        AmountReading reading = AmountParser.Parse(text);

        return reading.Value == value && reading.Value!.Value.Scale == 2;
    }

    [Property]
    public bool Brackets_and_triangles_turn_the_sign(ulong cents)
    {
        decimal value = cents / 100m;
        string text = value.ToString("0.00", CultureInfo.InvariantCulture);

        return AmountParser.Parse($"（{text}）").Value == -value && AmountParser.Parse("△" + text).Value == -value;
    }

    [Property]
    public FsCheck.Property No_text_throws_and_only_amounts_have_values() =>
        Prop.ForAll(
            Gen.Elements("0123456789,.-()（）△ 万元%—，．".ToCharArray()).ArrayOf().Select(letters => new string(letters)).ToArbitrary(),
            text =>
            {
                AmountReading reading = AmountParser.Parse(text);
                return reading.Value.HasValue == (reading.Outcome == AmountOutcome.Amount)
                    && (reading.Failure != AmountFailure.None) == (reading.Outcome == AmountOutcome.Unread);
            });
}
