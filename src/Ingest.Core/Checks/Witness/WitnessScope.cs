namespace Ingest.Core.Checks.Witness;

/// <summary>What the second reader is asked about.</summary>
public enum WitnessScope
{
    /// <summary>What an error would rest on, and the cells that the first reader doubts.</summary>
    Accused,

    /// <summary>And every amount that no relation reaches.</summary>
    Unchecked,
}
