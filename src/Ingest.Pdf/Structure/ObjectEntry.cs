namespace Ingest.Pdf.Structure;

/// <summary>Where the cross-reference table says an object is.</summary>
internal enum ObjectEntryKind : byte
{
    /// <summary>Nothing is said.</summary>
    Missing,

    /// <summary>Deleted.</summary>
    Free,

    /// <summary>At <see cref="ObjectEntry.Position"/> of the file.</summary>
    InFile,

    /// <summary>In the object stream with number <see cref="ObjectEntry.Position"/>.</summary>
    InStream,
}

/// <param name="Kind">Which of the ways of saying it; <c>default</c> is <see cref="ObjectEntryKind.Missing"/>.</param>
/// <param name="Position">Byte offset, or number of the object stream.</param>
/// <param name="Index">Place within the object stream; 0 otherwise.</param>
internal readonly record struct ObjectEntry(ObjectEntryKind Kind, int Position, int Index = 0);
