using Ingest.App.Files;

namespace Ingest.App.Tests.Files;

public sealed class WholeFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Target => _folder.File("report.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Several_that_write_one_file_at_once_leave_that_of_one_of_them_whole_and_nothing_beside_it()
    {
        const int Writers = 8, Times = 60;
        Parallel.For(0, Writers, new ParallelOptions { MaxDegreeOfParallelism = Writers }, writer =>
        {
            byte[] mine = [.. Enumerable.Repeat((byte)('a' + writer), 10_000 + writer)];
            for (int i = 0; i < Times; i++)
                WholeFile.Write(Target, file => file.Write(mine));
        });

        byte[] left = File.ReadAllBytes(Target);
        Assert.Equal(10_000 + left[0] - 'a', left.Length);
        Assert.All(left, one => Assert.Equal(left[0], one));
        Assert.Equal([Target], Directory.GetFiles(_folder.Path));
    }
}
