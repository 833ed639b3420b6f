using System.Text.RegularExpressions;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Tests.Checks.Narrative;

namespace Ingest.Core.Tests;

/// <summary>What an auditor reads is written twice; neither text may be forgotten or be the other one.</summary>
public partial class BothLanguagesTests
{
    [Theory]
    [InlineData("odd/not-a-pdf.pdf", "not-a-pdf")]
    [InlineData("odd/empty.pdf", "empty-file")]
    [InlineData("odd/password.pdf", "password-required")]
    [InlineData("odd/xref-missing.pdf", "rebuilt-structure")]
    [InlineData("odd/image-only.pdf", "image-only")]
    [InlineData("odd/invisible-text.pdf", "hidden-numbers")]
    [InlineData("odd/white-on-white.pdf", "hidden-numbers")]
    [InlineData("odd/no-budget.pdf", "no-budget")]
    [InlineData("odd/truncated-content.pdf", "damaged-stream")]
    public void Everything_said_about_a_file_is_said_in_Chinese_and_in_English(string file, string code)
    {
        BudgetDocument document = Fixture.Read(file);

        Assert.Contains(document.Diagnostics, diagnostic => diagnostic.Code == code);
        Assert.All(document.Diagnostics, diagnostic => AssertBoth(diagnostic.Message));
        Assert.All(document.Statements.SelectMany(statement => statement.Doubts), doubt => AssertBoth(doubt.Message));
    }

    private static void AssertBoth(Phrase text)
    {
        Assert.Matches(ChineseSentence(), text.Chinese);
        Assert.Matches(EnglishSentence(), text.English);
    }

    [GeneratedRegex("[一-鿿].*。(（共 [0-9]+ 处）)?$", RegexOptions.Singleline)]
    private static partial Regex ChineseSentence();

    [GeneratedRegex(@"[a-z]+ [a-z]+.*\.( \([0-9]+ times\))?$", RegexOptions.Singleline)]
    private static partial Regex EnglishSentence();
}
