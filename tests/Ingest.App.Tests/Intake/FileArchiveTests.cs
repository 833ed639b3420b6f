using System.Text;
using System.Text.Json.Nodes;
using Ingest.App.Files;
using Ingest.App.Readers;
using Ingest.Store;

namespace Ingest.App.Tests.Intake;

public sealed class FileArchiveTests : IDisposable
{
    private readonly Workspace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void A_file_goes_to_the_shelf_of_its_year_and_body_under_its_own_name()
    {
        (Arrival arrival, string path) = Taken("报送/预算.pdf", "a");

        _place.FileArchive.Archive(arrival, path, 2024, "某某局");

        Assert.Equal(MadeDocument.Pdf("a"), _place.Archived("2024", "某某局", "预算.pdf"));
        Assert.False(File.Exists(path));
        Assert.Equal(Path.Combine(_place.Folders.Archive, "2024", "某某局", "预算.pdf"), _place.Store.FindArrival(arrival.Id)!.Location);
    }

    [Fact]
    public void Files_of_one_name_lie_side_by_side_and_none_is_overwritten()
    {
        foreach (string text in (string[])["a", "b", "c"])
        {
            (Arrival arrival, string path) = Taken("预算.pdf", text);
            _place.FileArchive.Archive(arrival, path, 2024, "某某局");
        }

        string[] files = Workspace.Files(_place.Folders.Archive);
        Assert.Equal(3, files.Length);
        Assert.Equal(
            ["a", "b", "c"],
            files.Select(file => Encoding.UTF8.GetString(_place.Archived(file)!).Split('\n')[1]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("../../outside", "_.._outside")]
    [InlineData("/etc", "_etc")]
    [InlineData("a/b\\c", "a_b_c")]
    [InlineData("", "_")]
    public void What_a_document_calls_its_body_never_becomes_a_path(string body, string folder)
    {
        (Arrival arrival, string path) = Taken("a.pdf", "a");

        _place.FileArchive.Archive(arrival, path, 2024, body);
        _place.Reports.Publish(_place.Reports.Stage(MadeDocument.Create(arrival.Sha256, body), [new ReportFile(".txt", "x"u8.ToArray())]));

        Assert.Equal([Path.Combine("2024", folder, "a.pdf")], Workspace.Files(_place.Folders.Archive));
        Assert.StartsWith(Path.Combine("2024", folder) + Path.DirectorySeparatorChar, Assert.Single(Workspace.Files(_place.Folders.Reports)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_body_and_year_that_are_not_known_have_a_shelf_too()
    {
        (Arrival arrival, string path) = Taken("a.pdf", "a");

        _place.FileArchive.Archive(arrival, path, null, null);

        Assert.NotNull(_place.Archived("未知年度", "未知部门", "a.pdf"));
    }

    [Fact]
    public void A_file_set_aside_has_its_reason_beside_it_for_people_and_for_programs()
    {
        (Arrival arrival, string path) = Taken("甲/预算.pdf", "a");

        _place.FileArchive.Quarantine(arrival, path, "password-required", "文件设有密码。");

        Assert.Equal("password-required\n文件设有密码。\n", Encoding.UTF8.GetString(_place.Quarantined("预算.pdf.reason.txt")!));
        JsonNode note = JsonNode.Parse(_place.Quarantined("预算.pdf.reason.json")!)!;
        Assert.Equal(("甲/预算.pdf", "password-required", arrival.Sha256), ((string)note["file"]!, (string)note["reason"]!, (string)note["sha256"]!));
        Assert.Equal(MadeDocument.Pdf("a"), _place.Quarantined("预算.pdf"));
    }

    [Fact]
    public void A_move_that_was_announced_before_a_crash_is_finished_under_the_same_name()
    {
        (Arrival arrival, string path) = Taken("a.pdf", "a");
        _place.Disk.Fault = (step, _) => step == "Move" ? FaultyDisk.Full(path) : null;
        Assert.Throws<IOException>(() => _place.FileArchive.Archive(arrival, path, 2024, "某某局"));
        _place.Disk.Fault = (_, _) => null;

        Arrival again = _place.Store.FindArrival(arrival.Id)!;
        _place.FileArchive.Archive(again, path, 2024, "某某局");

        Assert.Equal([Path.Combine("2024", "某某局", "a.pdf")], Workspace.Files(_place.Folders.Archive));
    }

    [Fact]
    public void A_crash_between_linking_the_new_name_and_removing_the_old_one_leaves_one_file_in_the_end()
    {
        (Arrival arrival, string path) = Taken("a.pdf", "a");
        string to = Path.Combine(_place.Folders.Archive, "2024", "某某局", "a.pdf");
        _place.Store.Relocate(arrival.Id, to);
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(path, to);

        _place.FileArchive.Archive(_place.Store.FindArrival(arrival.Id)!, path, 2024, "某某局");

        Assert.False(File.Exists(path));
        Assert.Single(Workspace.Files(_place.Folders.Archive));
    }

    [Fact]
    public void An_announced_name_that_another_file_has_taken_meanwhile_is_left_to_it()
    {
        (Arrival arrival, string path) = Taken("a.pdf", "a");
        string to = Path.Combine(_place.Folders.Archive, "2024", "某某局", "a.pdf");
        _place.Store.Relocate(arrival.Id, to);
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.WriteAllText(to, "a stranger's");

        _place.FileArchive.Archive(_place.Store.FindArrival(arrival.Id)!, path, 2024, "某某局");

        Assert.Equal("a stranger's", File.ReadAllText(to));
        Assert.Equal(MadeDocument.Pdf("a"), File.ReadAllBytes(_place.Store.FindArrival(arrival.Id)!.Location!));
    }

    [Fact]
    public void Reports_of_files_with_one_name_do_not_meet_and_are_written_again_in_place()
    {
        foreach (string hash in (string[])["aaaaaaaa1", "bbbbbbbb2", "aaaaaaaa1"])
            _place.Reports.Publish(_place.Reports.Stage(MadeDocument.Create(hash), [new ReportFile(".html", Encoding.UTF8.GetBytes(hash))]));

        Assert.Equal(
            [Path.Combine("2024", "某某局", "某某局-aaaaaaaa.html"), Path.Combine("2024", "某某局", "某某局-bbbbbbbb.html")],
            Workspace.Files(_place.Folders.Reports));
    }

    /// <summary>A file that was claimed and lies in the processing folder.</summary>
    private (Arrival Arrival, string Path) Taken(string name, string text)
    {
        byte[] bytes = MadeDocument.Pdf(text);
        using var stream = new MemoryStream(bytes);
        Arrival arrival = _place.Store.Claim(name, FileHash.Of(stream), bytes.Length);
        string path = _place.InboxClaims.PlaceOf(arrival);
        File.WriteAllBytes(path, bytes);
        _place.Store.Relocate(arrival.Id, path);
        return (_place.Store.FindArrival(arrival.Id)!, path);
    }
}
