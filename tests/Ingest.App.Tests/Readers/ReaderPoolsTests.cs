using System.Text;
using Ingest.App.Readers;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;

namespace Ingest.App.Tests.Readers;

/// <summary>With real processes of two readers; the file says what it does to which.</summary>
public sealed class ReaderPoolsTests : IDisposable
{
    private static readonly ReaderSetup _setup = new() { Language = Language.English, ReportFormats = ["json"] };

    private readonly TemporaryFolder _folder = new();

    private readonly LogProbe _log = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("pdfpig:overflow", "ended the reader process")]
    [InlineData("pdfpig:exit", "exit code 77")]
    [InlineData("pdfpig:hang", "was not read within 00:00:02")]
    [InlineData("pdfpig:grow", "took more than 200 MB")]
    [InlineData("pdfpig:babble", "something that is no reply")]
    [InlineData("pdfpig:throw", "a bug of the reader")]
    [InlineData("pdfpig:refuse", "beyond reading")]
    public async Task Whatever_a_file_does_to_the_other_reader_it_is_read_and_told_why_nothing_was_read_twice(string deed, string why)
    {
        await using ReaderPools pools = Pools(deed == "pdfpig:hang" ? 2 : 60);
        await pools.WarmUpAsync(default);

        ReadReply reply = await ReadAsync(pools, deed);

        Diagnostic said = Assert.Single(reply.Document!.Diagnostics);
        Assert.Equal((SecondOpinion.Missing, Severity.Warning), (said.Code, said.Severity));
        Assert.StartsWith("The other reader (pdfpig-9)", said.Message.English, StringComparison.Ordinal);
        Assert.Contains(why, said.Message.English, StringComparison.Ordinal);
        Assert.Empty((await ReadAsync(pools, "good")).Document!.Diagnostics);
    }

    [Fact]
    public async Task The_readers_have_processes_of_their_own_and_the_time_of_both_is_counted()
    {
        await using ReaderPools pools = Pools();

        ReadReply reply = await ReadAsync(pools, "good");

        Assert.Equal(2, _log.Of(101).Distinct().Count());
        Assert.Equal(TimeSpan.FromMilliseconds(2), reply.Elapsed);
    }

    [Fact]
    public async Task What_a_file_does_to_the_reader_itself_is_said_as_without_a_second_opinion()
    {
        await using ReaderPools pools = Pools();

        Assert.Equal(ReadFailures.Crashed, (await ReadAsync(pools, "builtin:exit")).Reason);
        Assert.Equal(ReadFailures.Crashed, (await ReadAsync(pools, "exit")).Reason);
    }

    [Fact]
    public async Task Without_a_second_opinion_the_other_reader_is_not_started()
    {
        await using var pools = new ReaderPools(Pool(_setup), null);

        Assert.Empty((await ReadAsync(pools, "pdfpig:exit")).Document!.Diagnostics);
        Assert.Single(_log.Of(101));
    }

    [Fact]
    public void Processes_of_the_other_reader_are_set_up_alike_but_write_no_reports()
    {
        ReaderSetup other = (_setup with { Passwords = ["x"] }).ForSecondOpinion();

        Assert.Equal(EngineParts.PdfPig, other.Reader);
        Assert.Equal(EngineParts.BuiltIn, other.ForSecondOpinion().Reader);
        Assert.Empty(other.ReportFormats);
        Assert.Equal(["x"], other.Passwords);
    }

    [Fact]
    public void An_opinion_travels_with_the_request()
    {
        var document = new BudgetDocument { Source = new SourceFile("a.pdf", new string('a', 64), 1, 1, null, false), Identity = new Identity() };
        var said = new ReadRequest("/in/a.pdf", "a.pdf", new Opinion("other-1", ReadReply.Of(document, [], TimeSpan.FromSeconds(1))));
        var refused = new ReadRequest("/in/a.pdf", "a.pdf", new Opinion("other-1", ReadReply.Failed("time-limit", "太慢")));

        Opinion there = ReadRequest.Parse(said.ToBytes()).Opinion!;
        Assert.Equal(("other-1", new string('a', 64), TimeSpan.FromSeconds(1)), (there.Reader, there.Reply.Document!.Source.Sha256, there.Reply.Elapsed));
        Assert.Equal(("time-limit", "太慢"), (ReadRequest.Parse(refused.ToBytes()).Opinion!.Reply.Reason, ReadRequest.Parse(refused.ToBytes()).Opinion!.Reply.Message));
        Assert.Null(ReadRequest.Parse((said with { Opinion = null }).ToBytes()).Opinion);
    }

    private Task<ReadReply> ReadAsync(ReaderPools pools, string deed)
    {
        string path = _folder.File($"{Guid.NewGuid():N}.pdf");
        File.WriteAllBytes(path, Encoding.UTF8.GetBytes(deed + "\n"));
        return pools.ReadAsync(new ReadRequest(path, "a.pdf"), default);
    }

    private ReaderPools Pools(int otherSeconds = 60) => new(Pool(_setup), new SecondPool("pdfpig-9", Pool(_setup.ForSecondOpinion(), otherSeconds)));

    private ReaderPool Pool(ReaderSetup setup, int seconds = 60) =>
        new(1, new ReaderCommandLine("dotnet", [Repository.TestReader]), setup, new ReaderBounds(TimeSpan.FromSeconds(seconds), 200L << 20, 100, 900L << 20), _log);
}
