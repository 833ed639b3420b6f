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

    private ReportShelf Shelf() => new(_place.Folders, _place.Store, _place.Disk);
}
