namespace Ingest.Review.Ports;

/// <summary>The files as they came in.</summary>
public interface IOriginals
{
    /// <returns>The bytes of that hash, to be disposed; null when the file is no longer where the store says.</returns>
    Stream? Open(string sha256);
}
