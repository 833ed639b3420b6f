namespace Ingest.Core.Layouts;

/// <summary>A layout file is wrong. The message names the file and the place in it.</summary>
public sealed class LayoutFormatException(string file, string path, string problem, Exception? inner = null)
    : Exception($"{file}: {(path.Length == 0 ? "" : path + ": ")}{problem}", inner)
{
    /// <summary>Name of the file as given.</summary>
    public string File { get; } = file;

    /// <summary>Where in the file: <c>$.statements[2].columns[0].header</c>.</summary>
    public string Path { get; } = path;
}
