using Ingest.Pdf.Objects;

namespace Ingest.Pdf.Structure;

/// <summary>What scanning a file from front to back has found.</summary>
/// <param name="table">Where each object is defined last; of object streams only the streams themselves.</param>
/// <param name="trailers">Trailers and dictionaries of cross-reference streams, the last first.</param>
/// <param name="objectStreams">Object streams in the order of the file.</param>
internal sealed class FileScan(
    ObjectTable table, IReadOnlyList<PdfDictionary> trailers, IReadOnlyList<(int Number, int Position)> objectStreams)
{
    public ObjectTable Table => table;

    public IReadOnlyList<PdfDictionary> Trailers => trailers;

    public IReadOnlyList<(int Number, int Position)> ObjectStreams => objectStreams;

    /// <summary>Adds what an object stream holds, except what the file defines again after it.</summary>
    public void AddContents(int number, int position, ObjectStream stream)
    {
        int index = 0;
        foreach (int contained in stream.Numbers)
        {
            if (PlaceOf(table[contained]) < position)
                table.Set(contained, new ObjectEntry(ObjectEntryKind.InStream, number, index));
            index++;
        }
    }

    private int PlaceOf(ObjectEntry entry) => entry.Kind switch
    {
        ObjectEntryKind.InFile => entry.Position,
        ObjectEntryKind.InStream => table[entry.Position].Position,
        _ => -1,
    };
}
