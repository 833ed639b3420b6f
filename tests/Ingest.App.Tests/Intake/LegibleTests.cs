using Ingest.App.Cli;
using Ingest.App.Words;
using Spectre.Console;

namespace Ingest.App.Tests.Intake;

public class LegibleTests
{
    [Theory]
    [InlineData("a\u001b[2Jb", "a\ufffd[2Jb")]
    [InlineData("a\u009b31mb", "a\ufffd31mb")]
    [InlineData("fdp.\u202eexe", "fdp.\ufffdexe")]
    [InlineData("a\u2066b\u2069", "a\ufffdb\ufffd")]
    [InlineData("a\u0007\u007f", "a\ufffd\ufffd")]
    [InlineData("部门预算\t1\n", "部门预算\t1\n")]
    public void Control_characters_and_direction_marks_are_shown_as_something_that_was_there(string text, string shown) => Assert.Equal(shown, Legible.Of(text));

    [Fact]
    public void Nothing_that_is_printed_reaches_the_console_unguarded()
    {
        var console = new StringWriter();
        var guarded = new GuardedWriter(console);

        guarded.WriteLine("\u001b]0;title\u0007 13999202837");
        guarded.Write("{0}", "\u202e");
        Screen.For(guarded).WriteLine("\u001b[31m 13999202837");

        Assert.Equal("\ufffd]0;title\ufffd 139******37\n\ufffd\ufffd[31m 139******37\n", console.ToString().ReplaceLineEndings("\n"));
    }
}
