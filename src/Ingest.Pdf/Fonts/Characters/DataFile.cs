using System.Reflection;

namespace Ingest.Pdf.Fonts.Characters;

/// <summary>
/// The tables of this folder: UTF-8 text files beside the code that uses them, embedded in the
/// assembly. Lines that are empty or begin with <c>#</c> say nothing.
/// </summary>
internal static class DataFile
{
    public static IEnumerable<string> Lines(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly was built without its table {name}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line;
        }
    }
}
