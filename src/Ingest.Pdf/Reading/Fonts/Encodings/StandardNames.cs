namespace Ingest.Pdf.Reading.Fonts.Encodings;

/// <summary>Glyph names that font files refer to by number.</summary>
internal static class StandardNames
{
    private static readonly Lazy<string[]> MacintoshNames = new(() => Read("mac"));
    private static readonly Lazy<string[]> CffNames = new(() => Read("cff"));

    /// <summary>The standard glyph order of TrueType <c>post</c> tables.</summary>
    public static string[] Macintosh => MacintoshNames.Value;

    /// <summary>The standard strings of the Compact Font Format.</summary>
    public static string[] Cff => CffNames.Value;

    private static string[] Read(string list) =>
    [
        .. DataFile.Lines("standard-names.txt")
            .Select(line => line.Split(' '))
            .Where(fields => fields[0] == list)
            .SelectMany(fields => fields.Skip(1)),
    ];
}
