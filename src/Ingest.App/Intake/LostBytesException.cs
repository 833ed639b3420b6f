namespace Ingest.App.Intake;

/// <summary>A file in work was overwritten by another program: what was read of it is nowhere any more.</summary>
internal sealed class LostBytesException(string path, string sha256)
    : Exception($"'{path}' was overwritten after it was taken; the bytes {sha256[..8]}… that were read are gone, and what is there now comes in anew.");
