using Ingest.App.Configuration;

namespace Ingest.App.Tests.Configuration;

public class SettingArgumentsTests
{
    [Fact]
    public void Settings_are_told_from_options_and_files()
    {
        (string[] settings, string[] others) = SettingArguments.Split(["run", "--watch:poll=00:00:30", "a.pdf", "--parallel", "2", "--storeFile=x.db", "--language=en"]);

        Assert.Equal(["--watch:poll=00:00:30", "--storeFile=x.db"], settings);
        Assert.Equal(["run", "a.pdf", "--parallel", "2", "--language=en"], others);
    }

    [Fact]
    public void Behind_two_dashes_everything_is_a_file() =>
        Assert.Equal((string[])["run", "--", "--watch:poll=00:00:30"], SettingArguments.Split(["run", "--", "--watch:poll=00:00:30"]).Others);

    [Theory]
    [InlineData("setle", "settle")]
    [InlineData("Settle", "settle")]
    [InlineData("stetle", "settle")]
    [InlineData("unsettled", null)]
    [InlineData("colour", null)]
    [InlineData("", null)]
    public void The_nearest_name_is_suggested_only_when_it_is_near(string written, string? expected) =>
        Assert.Equal(expected, NearestName.Of(written, ["settle", "poll", "drain"]));
}
