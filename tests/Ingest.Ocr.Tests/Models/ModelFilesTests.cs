using Ingest.Ocr.Models;

namespace Ingest.Ocr.Tests.Models;

public sealed class ModelFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ingest-ocr-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_folder_that_is_not_there_is_said_to_be_none()
    {
        var models = ModelFiles.In(Path.Combine(_folder.FullName, "none"));

        Assert.False(models.IsComplete);
        Assert.Contains("does not exist", models.Problem!.Value.English, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "some_det_model.onnx"), "x");

        var models = ModelFiles.In(_folder.FullName);

        Assert.Contains("lacks: recognition (*rec*.onnx), keys (*keys*.txt)", models.Problem!.Value.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Models_are_found_in_the_folders_of_a_package_and_named_by_their_bytes()
    {
        DirectoryInfo assets = _folder.CreateSubdirectory("package/assets");
        foreach (string name in (string[])["ch_det.onnx", "ch_rec.onnx", "keys.txt"])
            File.WriteAllText(Path.Combine(assets.FullName, name), "abc");

        var models = ModelFiles.In(_folder.FullName);

        // SHA-256 of "abc", FIPS 180-2, B.1.
        Assert.All(models.Files, file => Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", file.Sha256));
        Assert.Null(models.Problem);
        Assert.Equal("ba7816bf8f01+ba7816bf8f01", models.Version);
    }
}
