using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Review.Papers;
using Ingest.Store;

namespace Ingest.Review.Tests.Papers;

public sealed class SignOffTests : IDisposable
{
    private static readonly DateTimeOffset _morning = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    private static readonly StoredDocument _document = new(
        new string('a', 64), "a.pdf", 1, 1, "某某局", 2024, DocumentKind.Budget, null, null, null, new EngineVersions("r", "l", "c"), default, 0, null, false, false, 1, 0, null, null);

    private readonly string _folder = Directory.CreateTempSubdirectory("ingest-signoff-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_same_state_has_the_same_hash_whatever_the_order_of_the_findings() =>
        Assert.Equal(SignedSet.Of(_document, [Found("1"), Found("2")]).Hash, SignedSet.Of(_document, [Found("2"), Found("1")]).Hash);

    public static TheoryData<string, string[]> Changes => new()
    {
        { "verdict", ["2"] },
        { "gone", ["2"] },
        { "added", ["3"] },
        { "versions", [""] },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Every_change_after_the_signature_shows_and_is_named(string change, string[] prints)
    {
        SignedSet signed = SignedSet.Of(_document, [Found("1"), Found("2")]);
        SignedSet now = change switch
        {
            "verdict" => SignedSet.Of(_document, [Found("1"), Found("2", new Verdict(VerdictStatus.Dismissed, "口径", "乙", _morning))]),
            "gone" => SignedSet.Of(_document, [Found("1")]),
            "added" => SignedSet.Of(_document, [Found("1"), Found("2"), Found("3")]),
            _ => SignedSet.Of(_document with { Versions = new EngineVersions("r2", "l", "c") }, [Found("1"), Found("2")]),
        };

        Assert.NotEqual(signed.Hash, now.Hash);
        Assert.Equal(prints, now.ChangedSince(signed.Lines));
    }

    [Fact]
    public void Signatures_come_back_as_they_were_and_a_torn_line_costs_no_other()
    {
        string path = Path.Combine(_folder, "signoffs.jsonl");
        var journal = new SignOffJournal(path);
        SignedSet set = SignedSet.Of(_document, [Found("1")]);
        var first = new SignOff(_document.Sha256, SignOffRole.Prepared, "甲", _morning, set.Hash, set.Lines);
        journal.Append(first);
        File.AppendAllText(path, "{\"sha256\": \"torn");
        journal.Append(first with { Role = SignOffRole.Reviewed, Who = "乙" });

        IReadOnlyList<SignOff> signed = new SignOffJournal(path).Of(_document.Sha256);

        Assert.Equal([(SignOffRole.Prepared, "甲"), (SignOffRole.Reviewed, "乙")], signed.Select(signature => (signature.Role, signature.Who)));
        Assert.Equal(set.Lines.AsEnumerable(), signed[0].Lines);
    }

    private static StoredFinding Found(string print, Verdict? verdict = null) =>
        new(_document.Sha256, "某某局", 2024, print, new Finding { Rule = "X-10", Severity = Severity.Error, Message = $"不符 {print}" }, verdict);
}
