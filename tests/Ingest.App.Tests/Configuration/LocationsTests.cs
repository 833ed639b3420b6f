using Ingest.App.Configuration;
using Ingest.App.Intake;

namespace Ingest.App.Tests.Configuration;

public sealed class LocationsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private readonly Settings _settings = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Folders_that_are_not_there_are_made_and_nothing_is_left_in_them()
    {
        Places().PrepareForWatching();

        Assert.Equal(
            ["archive", "inbox", "processing", "quarantine", "reports"],
            Directory.GetDirectories(_folder.File("data")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Empty(Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_share_that_is_not_mounted_is_not_made_as_a_local_folder()
    {
        _settings.Folders.Inbox = "/mnt-that-is-not-there/share/inbox";

        SettingsException error = Assert.Throws<SettingsException>(() => Places().PrepareForWatching());

        Assert.Equal("folders.inbox /mnt-that-is-not-there/share/inbox cannot be reached: /mnt-that-is-not-there/share does not exist.", Assert.Single(error.Problems).English);
        Assert.False(Directory.Exists("/mnt-that-is-not-there"));
    }

    [Fact]
    public void A_folder_whose_name_is_taken_by_a_file_is_one_sentence_for_each()
    {
        _folder.Write("data/archive", "a file");
        _folder.Write("data/reports", "a file");

        SettingsException error = Assert.Throws<SettingsException>(() => Places().PrepareForWatching());

        Assert.Equal(2, error.Problems.Count);
        Assert.StartsWith($"folders.archive {_folder.File("data", "archive")} cannot be used: ", error.Problems[0].English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data/inbox/done", "folders.archive {0} lies inside folders.inbox")]
    [InlineData("data/inbox", "folders.archive and folders.inbox are one folder")]
    [InlineData("data/quarantine", "folders.archive and folders.quarantine are one folder")]
    [InlineData("data/reports/old", "folders.archive {0} lies inside folders.reports")]
    [InlineData("data", "storeFile")]
    [InlineData("/", "folders.archive / is the root of a volume")]
    public void Folders_that_are_one_or_lie_in_one_another_are_refused(string archive, string said)
    {
        _settings.Folders.Archive = archive;

        SettingsException error = Assert.Throws<SettingsException>(() => Places().PrepareForWatching());

        Assert.Contains(error.Problems, problem => problem.English.StartsWith(string.Format(null, said, _folder.File(archive.Split('/'))), StringComparison.Ordinal));
    }

    [Fact]
    public void A_folder_that_lies_in_another_by_a_link_is_refused_too()
    {
        Directory.CreateDirectory(_folder.File("data", "inbox", "sub"));
        Directory.CreateSymbolicLink(_folder.File("elsewhere"), _folder.File("data", "inbox", "sub"));
        _settings.Folders.Archive = "elsewhere/archive";

        SettingsException error = Assert.Throws<SettingsException>(() => Places().PrepareForWatching());

        Assert.Contains("lies inside folders.inbox", Assert.Single(error.Problems).English, StringComparison.Ordinal);
    }

    [SecondVolumeFact]
    public void A_processing_folder_that_leads_to_another_volume_by_a_link_is_refused()
    {
        string there = Directory.CreateDirectory(Path.Combine(SecondVolumeFactAttribute.Volume, $"ingest-{Guid.NewGuid():N}")).FullName;
        try
        {
            Directory.CreateDirectory(_folder.File("data"));
            Directory.CreateSymbolicLink(_folder.File("data", "processing"), there);

            SettingsException error = Assert.Throws<SettingsException>(() => Places().PrepareForWatching());

            Assert.Contains("is on another volume", Assert.Single(error.Problems).English, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(there, recursive: true);
        }
    }

    [Fact]
    public void A_folder_whose_name_begins_like_the_inbox_is_not_within_it()
    {
        _settings.Folders.Archive = "data/inbox-done";

        Places().PrepareForWatching();
    }

    [SecondVolumeFact]
    public void A_file_is_taken_in_one_step_or_not_at_all()
    {
        _settings.Folders.Processing = Path.Combine(SecondVolumeFactAttribute.Volume, "ingest-processing-of-a-test");
        try
        {
            SettingsException error = Assert.Throws<SettingsException>(() => Places().PrepareForWatching());
            Assert.Contains("another volume", Assert.Single(error.Problems).English, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(_settings.Folders.Processing, recursive: true);
        }
    }

    private Locations Places() => Locations.Of(_settings, _folder.Path);
}
