using Ingest.App.Intake;
using Ingest.App.Readers;
using Ingest.Contract.Documents;
using Ingest.Store;

namespace Ingest.App.Tests.Intake;

public sealed class ReportShelfTests : IDisposable
{
    private static readonly EngineVersions _versions = new("reader-1", "layouts-1", "rules-1");

    private static readonly ReportFile[] _reports = [new(".html", "<p>"u8.ToArray()), new(".xlsx", "PK"u8.ToArray())];

    private readonly Workspace _place = new();

    private readonly BudgetDocument _document = MadeDocument.Create("abcdef0123456789");

    public void Dispose() => _place.Dispose();

    [Fact]
    public void Reports_of_a_document_that_was_never_stored_are_gone_after_a_kill()
    {
        using (ReportShelf killed = Shelf())
            killed.Stage(_document, _reports);

        _place.Reports.Recover();

        Assert.Empty(Workspace.Files(_place.Folders.Reports));
    }

    [Fact]
    public void Reports_of_a_document_that_was_stored_are_shown_after_a_kill()
    {
        using (ReportShelf killed = Shelf())
        {
            killed.Stage(_document, _reports);
            _place.Store.Save(null, _document, _versions, TimeSpan.Zero);
        }

        _place.Reports.Recover();

        Assert.Equal([".html", ".xlsx"], Workspace.Files(_place.Folders.Reports).Select(Path.GetExtension));
    }

    [Fact]
    public void Reports_of_a_state_that_was_not_stored_do_not_replace_those_of_the_state_that_is()
    {
        _place.Store.Save(null, _document, _versions, TimeSpan.Zero);
        _place.Reports.Publish(_place.Reports.Stage(_document, _reports));
        using (ReportShelf killed = Shelf())
            killed.Stage(_document with { Identity = _document.Identity with { Layout = "another" } }, [new ReportFile(".html", "newer"u8.ToArray())]);

        _place.Reports.Recover();

        Assert.Equal("<p>", File.ReadAllText(Path.Combine(_place.Folders.Reports, Workspace.Files(_place.Folders.Reports)[0])));
    }

    [Fact]
    public void Reports_that_wait_for_the_commit_of_a_process_at_work_are_left_to_it()
    {
        using ReportShelf atWork = Shelf();
        IReadOnlyList<StagedReport> staged = atWork.Stage(_document, _reports);

        _place.Reports.Recover();
        atWork.Publish(staged);

        Assert.Equal(2, Workspace.Files(_place.Folders.Reports).Length);
    }

    [Fact]
    public void What_a_process_was_writing_when_it_was_killed_is_gone_and_what_one_at_work_is_writing_stays()
    {
        string dead = Piece(_place.Reports.Stage(_document, _reports)[0].Path.Replace("abcdef01", "00000000", StringComparison.Ordinal), writer: "0123456789ab");
        File.WriteAllText(Path.Combine(_place.Folders.Reports, ".ingest-0123456789ab.alive"), "");
        using ReportShelf other = Shelf();
        string atWork = Piece(other.Stage(_document, _reports)[0].Path, writer: null);

        _place.Reports.Recover();

        Assert.Equal((false, true), (File.Exists(dead), File.Exists(atWork)));
        Assert.False(File.Exists(Path.Combine(_place.Folders.Reports, ".ingest-0123456789ab.alive")));

        static string Piece(string staged, string? writer)
        {
            string[] parts = staged.Split('.');
            if (writer is not null)
                parts[^2] = writer;
            string piece = string.Join('.', parts) + ".fedcba987654.part";
            File.WriteAllText(piece, "half");
            return piece;
        }
    }

    private ReportShelf Shelf() => new(_place.Folders, _place.Store, _place.Disk);
}
