namespace Ingest.Store;

public enum StoreFailure
{
    /// <summary>The file is not a database, or is damaged.</summary>
    Corrupt,

    /// <summary>The file or its folder cannot be written.</summary>
    ReadOnly,

    /// <summary>Written by a newer version of the program.</summary>
    NewerSchema,

    /// <summary>No space left.</summary>
    DiskFull,

    /// <summary>Another process holds it; may be tried again.</summary>
    Busy,

    /// <summary>The file or folder cannot be reached.</summary>
    Unreachable,

    /// <summary>The file was deleted while the store was open; does not pass by itself.</summary>
    Gone,
}

/// <summary>The store could not do what was asked; nothing was changed.</summary>
public sealed class StoreException(StoreFailure failure, string message, Exception? inner = null) : Exception(message, inner)
{
    public StoreFailure Failure { get; } = failure;

    /// <summary>True when the same call may succeed later.</summary>
    public bool IsTransient => Failure is StoreFailure.Busy or StoreFailure.DiskFull or StoreFailure.Unreachable;
}
