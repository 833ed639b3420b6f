namespace Ingest.Pdf.Content;

internal enum OperandKind : byte
{
    Number,
    Name,
    String,
    Array,
    Dictionary,

    /// <summary>true, false, null.</summary>
    Constant,
}

/// <summary>
/// One operand, without an object of its own.
/// </summary>
/// <param name="Kind">What it is.</param>
/// <param name="Number">Value of a number; of a constant, 1 for true.</param>
/// <param name="Start">
/// Name and dictionary: first byte in the content. String: first byte in <see cref="OperandStack.String"/>'s store.
/// </param>
/// <param name="Length">Bytes; of an array, the operands after it that are its entries, at any depth.</param>
internal readonly record struct ContentOperand(OperandKind Kind, double Number, int Start, int Length);
