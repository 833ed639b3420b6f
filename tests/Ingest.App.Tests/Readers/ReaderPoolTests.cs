using System.Text;
using Ingest.App.Readers;
using Ingest.Core;

namespace Ingest.App.Tests.Readers;

/// <summary>With real processes that do to themselves what the file says.</summary>
public sealed class ReaderPoolTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private readonly LogProbe _log = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("overflow")]
    [InlineData("exit")]
    [InlineData("half")]
    public async Task A_file_that_ends_its_reader_twice_is_refused_and_the_next_file_is_read(string deed)
    {
        await using ReaderPool pool = Pool();

        ReadReply reply = await ReadAsync(pool, deed);

        Assert.Equal(ReadFailures.Crashed, reply.Reason);
        Assert.Contains("使读取进程异常结束", reply.Message, StringComparison.Ordinal);
        Assert.Equal(2, _log.Of(102).Count);
        Assert.NotNull((await ReadAsync(pool, "good")).Document);
    }

    [Fact]
    public async Task What_a_reader_said_before_it_died_is_kept_and_not_the_thousand_lines_of_a_stack_overflow()
    {
        await using ReaderPool pool = Pool();

        ReadReply reply = await ReadAsync(pool, "overflow");

        Assert.Contains("Stack overflow", reply.Message, StringComparison.Ordinal);
        Assert.InRange(reply.Message!.Length, 20, 1000);
    }

    [Fact]
    public async Task How_far_a_long_document_is_can_be_seen_until_it_is_read()
    {
        await using ReaderPool pool = Pool();
        Task<ReadReply> reading = ReadAsync(pool, "tells");
        while (pool.Progress.Slow.Count == 0)
        {
            Assert.False(reading.IsCompleted);
            await Task.Delay(5);
        }

        DocumentInWork inWork = Assert.Single(pool.Progress.Slow);
        Assert.Equal(("tells.pdf", new PageProgress(12, 40)), (inWork.FileName, inWork.Progress));
        await File.WriteAllTextAsync(Directory.EnumerateFiles(_folder.Path).Single() + ".heard", "");

        Assert.NotNull((await reading).Document);
        Assert.Empty(pool.Progress.Slow);
    }

    [Fact]
    public async Task A_reader_that_ends_by_chance_is_replaced_and_the_file_read_after_all()
    {
        await using ReaderPool pool = Pool();

        Assert.NotNull((await ReadAsync(pool, "exit-once")).Document);
        Assert.Single(_log.Of(102));
    }

    [Theory]
    [InlineData("toil")]
    [InlineData("hang")]
    public async Task A_file_that_keeps_its_reader_is_given_up_after_its_time_and_the_next_is_read(string deed)
    {
        await using ReaderPool pool = Pool(time: TimeSpan.FromSeconds(1));
        Assert.NotNull((await ReadAsync(pool, "good")).Document);

        ReadReply reply = await ReadAsync(pool, deed);

        Assert.Equal(ReadFailures.TimeLimit, reply.Reason);
        Assert.Contains("readers.documentTime", reply.Message, StringComparison.Ordinal);
        Assert.NotNull((await ReadAsync(pool, "good")).Document);
    }

    [Fact]
    public async Task A_file_that_ran_out_of_time_is_read_once_more_since_the_machine_may_have_been_busy()
    {
        await using ReaderPool pool = Pool();

        Assert.Empty((await ReadAsync(pool, "slow-once")).Document!.Diagnostics);
        Assert.Equal("limit-file-time", Assert.Single((await ReadAsync(pool, "slow")).Document!.Diagnostics).Code);
        Assert.Equal(2, _log.Of(103).Count);
    }

    [Fact]
    public async Task A_file_that_makes_its_reader_grow_is_given_up_and_the_next_is_read()
    {
        await using ReaderPool pool = Pool(megabytes: 200);

        ReadReply reply = await ReadAsync(pool, "grow");

        Assert.Equal(ReadFailures.MemoryLimit, reply.Reason);
        Assert.Contains("200 MB", reply.Message, StringComparison.Ordinal);
        Assert.NotNull((await ReadAsync(pool, "good")).Document);
    }

    [Fact]
    public async Task Something_that_is_no_reply_is_not_taken_for_one()
    {
        await using ReaderPool pool = Pool(time: TimeSpan.FromMinutes(1));

        Assert.Equal(ReadFailures.Crashed, (await ReadAsync(pool, "babble")).Reason);
        Assert.NotNull((await ReadAsync(pool, "good")).Document);
    }

    [Fact]
    public async Task A_bug_of_the_reader_is_the_files_result_and_does_not_cost_the_process()
    {
        await using ReaderPool pool = Pool();
        string? before = await ProcessAsync(pool);

        ReadReply reply = await ReadAsync(pool, "throw");

        Assert.Equal(ReadFailures.Internal, reply.Reason);
        Assert.Contains("a bug of the reader", reply.Message, StringComparison.Ordinal);
        Assert.Equal(before, await ProcessAsync(pool));
    }

    [Fact]
    public async Task A_process_is_used_again_and_replaced_after_its_share_of_documents()
    {
        await using ReaderPool pool = Pool(recycleAfter: 3);

        string?[] processes = [.. await Task.WhenAll(Enumerable.Range(0, 7).Select(_ => ProcessAsync(pool)))];

        Assert.Equal([3, 3, 1], processes.GroupBy(process => process).Select(group => group.Count()).OrderDescending());
    }

    [Fact]
    public async Task Processes_that_are_started_beforehand_are_told_to_warm_up_and_those_that_replace_them_are_not()
    {
        await using ReaderPool pool = Pool();
        await pool.WarmUpAsync(default);
        Assert.Single(_log.Of(101));

        Assert.Equal("warm", (await ReadAsync(pool, "warm")).Document!.Source.Producer);
        await ReadAsync(pool, "exit-once");
        Assert.Equal("cold", (await ReadAsync(pool, "warm")).Document!.Source.Producer);
    }

    [Fact]
    public async Task Warming_up_takes_nothing_of_a_processs_share_of_documents()
    {
        await using ReaderPool pool = Pool(recycleAfter: 2);
        await pool.WarmUpAsync(default);

        Assert.Equal(await ProcessAsync(pool), await ProcessAsync(pool));
        Assert.Single(_log.Of(101));
    }

    [Fact]
    public async Task Processes_that_do_not_start_are_said_to_be_unavailable_with_what_they_said()
    {
        await using var pool = new ReaderPool(1, Command("does-not-start"), new ReaderSetup(), Bounds(), _log);

        ReaderUnavailableException error = await Assert.ThrowsAsync<ReaderUnavailableException>(() => ReadAsync(pool, "good"));

        Assert.Contains("reader process", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_that_never_gets_ready_is_not_waited_for_for_ever()
    {
        await using var pool = new ReaderPool(1, Command("says-nothing"), new ReaderSetup(), Bounds() with { StartTime = TimeSpan.FromSeconds(1) }, _log);

        ReaderUnavailableException error = await Assert.ThrowsAsync<ReaderUnavailableException>(() => ReadAsync(pool, "good"));

        Assert.Contains("not ready within 00:00:01", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_said_to_be_unavailable()
    {
        await using var pool = new ReaderPool(1, new ReaderCommandLine(_folder.File("none"), []), new ReaderSetup(), Bounds(), _log);

        await Assert.ThrowsAsync<ReaderUnavailableException>(() => pool.WarmUpAsync(default));
    }

    [Fact]
    public async Task Being_cancelled_ends_the_reading_at_once_and_is_no_refusal()
    {
        using var cancel = new CancellationTokenSource();
        await using ReaderPool pool = Pool(time: TimeSpan.FromMinutes(5));
        await pool.WarmUpAsync(default);
        Task<ReadReply> reading = ReadAsync(pool, "hang", cancel.Token);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Empty(_log.Of(102));
    }

    [LinuxFact]
    public async Task A_reader_has_no_way_out_of_the_machine()
    {
        await using ReaderPool pool = Pool();

        ReadReply reply = await ReadAsync(pool, "call-home");

        Assert.Equal("AccessDenied", reply.Document!.Source.Producer);
        Assert.Empty(_log.Of(104));
    }

    private async Task<string?> ProcessAsync(ReaderPool pool) => (await ReadAsync(pool, "process")).Document!.Source.Producer;

    private Task<ReadReply> ReadAsync(ReaderPool pool, string deed, CancellationToken cancellation = default)
    {
        string path = _folder.File($"{deed}-{Guid.NewGuid():N}.pdf");
        File.WriteAllBytes(path, Encoding.UTF8.GetBytes(deed + "\n"));
        return pool.ReadAsync(new ReadRequest(path, deed + ".pdf"), cancellation);
    }

    private ReaderPool Pool(TimeSpan? time = null, int megabytes = 1000, int recycleAfter = 100) =>
        new(1, Command(), new ReaderSetup(), Bounds(time, megabytes, recycleAfter), _log);

    private static ReaderBounds Bounds(TimeSpan? time = null, int megabytes = 1000, int recycleAfter = 100) =>
        new(time ?? TimeSpan.FromMinutes(1), (long)megabytes << 20, recycleAfter, 900L << 20);

    private static ReaderCommandLine Command(params string[] arguments) => new("dotnet", [Repository.TestReader, .. arguments]);
}
