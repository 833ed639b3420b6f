using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;
using static Ingest.Core.Tests.Checks.Relations.Given;

namespace Ingest.Core.Tests.Checks.Relations;

public sealed class RelationTests
{
    /// <summary>0.01 万元 is 100 元; a whole 元 and a 0 万元 are no coarser.</summary>
    [Fact]
    public void The_last_digit_is_that_of_the_coarsest_figure_that_is_not_nothing()
    {
        Figure[] parts = [Printed("123457.00"), Printed("0", TenThousand), Blank(TenThousand)];

        Assert.Equal(100m, Sum(Printed("123500"), [Printed("12.35", TenThousand), .. parts]).LastDigit);
        Assert.Equal(0.01m, Sum(Printed("12.35", TenThousand), parts).LastDigit);
    }

    [Fact]
    public void The_last_digit_of_a_rate_is_its_own()
    {
        GrowthRelation rate = new(
            Rule(RelationClass.Percent), Printed("12.3"), new GrowthOperands(Printed("1.00"), null, Printed("8"), 1), GrowthRelation.Hundredths, () => Phrase.Same(""));

        Assert.Equal(0.1m, rate.LastDigit);
        Assert.False(rate.IsBound);
        Assert.False(rate.IsRestatement);
    }

    [Theory]
    [InlineData(RelationClass.Sum, Severity.Error, Severity.Error)]
    [InlineData(RelationClass.Sum, Severity.Info, Severity.Info)]
    [InlineData(RelationClass.Soft, Severity.Error, Severity.Warning)]
    [InlineData(RelationClass.Soft, Severity.Info, Severity.Info)]
    public void What_no_form_demands_is_never_called_an_error(RelationClass kind, Severity ceiling, Severity severity) =>
        Assert.Equal(severity, Rule(kind, ceiling).Severity);
}
