using System.Text;
using Ingest.App.Files;

namespace Ingest.App.Tests.Files;

public class SafeFileNameTests
{
    [Theory]
    [InlineData("某某局 2024年预算.pdf", "某某局 2024年预算.pdf")]
    [InlineData("📊 预算.pdf", "📊 预算.pdf")]
    [InlineData("../../etc/passwd", "_.._etc_passwd")]
    [InlineData("..", "_")]
    [InlineData("", "_")]
    [InlineData("\u3000", "_")]
    [InlineData("a\0b\nc.pdf", "abc.pdf")]
    [InlineData("a\\b:c*d?.pdf", "a_b_c_d_.pdf")]
    [InlineData("fdp.\u202Eexe.pdf", "fdp.exe.pdf")]
    [InlineData("CON", "_CON")]
    [InlineData("nul.pdf", "_nul.pdf")]
    [InlineData("com7.tar.pdf", "_com7.tar.pdf")]
    [InlineData("report.", "report")]
    public void A_strangers_text_becomes_a_name_that_stays_in_its_folder(string text, string expected) =>
        Assert.Equal(expected, SafeFileName.Of(text));

    [Fact]
    public void A_name_of_250_characters_is_cut_to_what_file_systems_take_and_keeps_its_ending()
    {
        string name = SafeFileName.Of(new string('预', 246) + ".pdf");

        Assert.EndsWith("预.pdf", name, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(name), SafeFileName.MaxBytes - 2, SafeFileName.MaxBytes);
    }

    [Fact]
    public void A_name_is_never_cut_within_a_character()
    {
        string name = SafeFileName.Of(new string('a', SafeFileName.MaxBytes - 5) + "📊");

        Assert.Equal(new string('a', SafeFileName.MaxBytes - 5), name.Replace("📊", "", StringComparison.Ordinal));
        Assert.DoesNotContain('\uFFFD', name);
    }
}
