using Ingest.Pdf.Fonts.Characters;

namespace Ingest.Pdf.Fonts.Encodings;

/// <summary>Glyph names that font files refer to by number.</summary>
internal static class StandardNames
{
    private static readonly Lazy<string[]> _macintoshNames = new(() => Read("mac"));
    private static readonly Lazy<string[]> _cffNames = new(() => Read("cff"));

    /// <summary>The standard glyph order of TrueType <c>post</c> tables.</summary>
    public static string[] Macintosh => _macintoshNames.Value;

    /// <summary>The standard strings of the Compact Font Format.</summary>
    public static string[] Cff => _cffNames.Value;

    private static string[] Read(string list) =>
    [
        .. DataFile.Lines("standard-names.txt")
            .Select(line => line.Split(' '))
            .Where(fields => fields[0] == list)
            .SelectMany(fields => fields.Skip(1)),
    ];
}
