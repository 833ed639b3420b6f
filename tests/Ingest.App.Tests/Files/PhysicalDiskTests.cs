using Ingest.App.Files;

namespace Ingest.App.Tests.Files;

public sealed class PhysicalDiskTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private readonly PhysicalDisk _disk = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_is_moved_into_a_folder_that_is_made_for_it()
    {
        string from = _folder.Write("a.pdf", "x");

        _disk.Move(from, _folder.File("2024", "局", "a.pdf"));

        Assert.Equal("x", File.ReadAllText(_folder.File("2024", "局", "a.pdf")));
        Assert.False(File.Exists(from));
    }

    [Fact]
    public void A_move_never_overwrites()
    {
        string from = _folder.Write("a.pdf", "new"), to = _folder.Write("b.pdf", "old");

        Assert.Throws<IOException>(() => _disk.Move(from, to));

        Assert.Equal(("new", "old"), (File.ReadAllText(from), File.ReadAllText(to)));
    }

    [SecondVolumeFact]
    public void A_move_to_another_volume_copies_whole_and_leaves_one_file()
    {
        using var there = new FolderOn(SecondVolumeFactAttribute.Volume);
        string from = _folder.Write("a.pdf", new string('x', 100_000));

        _disk.Move(from, Path.Combine(there.Path, "2024", "a.pdf"));

        Assert.Equal(["a.pdf"], Directory.GetFiles(there.Path, "*", SearchOption.AllDirectories).Select(Path.GetFileName));
        Assert.Equal(100_000, new FileInfo(Path.Combine(there.Path, "2024", "a.pdf")).Length);
        Assert.False(File.Exists(from));
    }

    [SmallVolumeFact]
    public void A_full_volume_is_named_keeps_no_piece_of_a_file_and_takes_it_when_there_is_room()
    {
        using var there = new SmallVolume();
        string from = _folder.Write("a.pdf", new string('x', SmallVolume.Bytes / 2));
        there.Fill(left: SmallVolume.Bytes / 4);

        IOException moving = Assert.Throws<IOException>(() => _disk.Move(from, there.File("2024", "a.pdf")));
        IOException writing = Assert.Throws<IOException>(() => _disk.Write(there.File("2024", "a.html"), new byte[SmallVolume.Bytes / 2]));

        Assert.Contains(there.File("2024", "a.pdf"), moving.Message, StringComparison.Ordinal);
        Assert.Contains(there.File("2024", "a.html"), writing.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(there.File("2024")));
        there.MakeRoom();
        _disk.Move(from, there.File("2024", "a.pdf"));
        Assert.Equal(SmallVolume.Bytes / 2, new FileInfo(there.File("2024", "a.pdf")).Length);
        Assert.False(File.Exists(from));
    }

    [SecondVolumeFact]
    public void A_copy_that_a_crash_left_half_done_is_done_again()
    {
        using var there = new FolderOn(SecondVolumeFactAttribute.Volume);
        string from = _folder.Write("a.pdf", "whole"), to = Path.Combine(there.Path, "a.pdf");
        File.WriteAllText(to + ".part", "wh");

        _disk.Move(from, to);

        Assert.Equal("whole", File.ReadAllText(to));
        Assert.Single(Directory.GetFiles(there.Path));
    }

    [SecondVolumeFact]
    public void Taking_a_file_never_becomes_a_copy()
    {
        using var there = new FolderOn(SecondVolumeFactAttribute.Volume);
        string from = _folder.Write("a.pdf", "x");
        Directory.CreateSymbolicLink(_folder.File("processing"), there.Path);

        Assert.Throws<CrossedVolumesException>(() => _disk.Rename(from, _folder.File("processing", "1.pdf")));

        Assert.True(File.Exists(from));
        Assert.Empty(Directory.GetFiles(there.Path));
    }

    [SecondVolumeFact]
    public void A_move_through_a_link_to_another_volume_is_a_whole_copy_and_not_a_rename()
    {
        using var there = new FolderOn(SecondVolumeFactAttribute.Volume);
        string from = _folder.Write("a.pdf", new string('x', 100_000));
        Directory.CreateSymbolicLink(_folder.File("archive"), there.Path);

        _disk.Move(from, _folder.File("archive", "2024", "a.pdf"));

        Assert.Equal(100_000, new FileInfo(Path.Combine(there.Path, "2024", "a.pdf")).Length);
        Assert.False(File.Exists(from));
        Assert.Single(Directory.GetFiles(there.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Two_writers_of_one_file_leave_that_of_one_of_them_and_no_pieces()
    {
        string path = _folder.File("r.html");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(() => _disk.Write(path, Enumerable.Repeat((byte)('a' + writer), 200_000).ToArray()))));

        Assert.Single(File.ReadAllBytes(path).Distinct());
        Assert.Equal(200_000, new FileInfo(path).Length);
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void What_is_written_appears_whole_in_place_of_what_was_there()
    {
        string path = _folder.Write("r.html", "old");

        _disk.Write(path, "new"u8);

        Assert.Equal("new", File.ReadAllText(path));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_file_that_another_program_has_open_for_itself_cannot_be_opened()
    {
        string path = _folder.Write("a.pdf", "x");
        using FileStream theirs = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        Assert.Throws<IOException>(() => _disk.OpenRead(path));
    }

    private sealed class FolderOn(string volume) : IDisposable
    {
        public string Path { get; } = Directory.CreateDirectory(System.IO.Path.Combine(volume, $"ingest-{Guid.NewGuid():N}")).FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
