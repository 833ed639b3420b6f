namespace Ingest.Contract.Documents;

/// <summary>Whether there is an amount where a relation looks for one.</summary>
public enum FigureState
{
    /// <summary>An amount is printed and read.</summary>
    Printed,

    /// <summary>The cell is there and empty: 0 in a sum, never written out as 0.</summary>
    Blank,

    /// <summary>The table is there but has no such row: 0 in a sum.</summary>
    Absent,

    /// <summary>Something is printed that is no amount; nothing may be concluded from it.</summary>
    Unread,
}
