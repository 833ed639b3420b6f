using Ingest.Contract.Documents;
using Ingest.Contract.Pages;
using Ingest.Contract.Text;

namespace Ingest.Core.Checks.Findings;

/// <summary>
/// Reads a document again by other means than those that read it first. It is asked about every figure that an error
/// would rest on, and about no other, so that a document without contradictions costs nothing. Kept for one document
/// and one thread.
/// </summary>
public interface IWitness : IDisposable
{
    /// <summary>Its reader's id, for messages.</summary>
    string Reader { get; }

    /// <summary>Why it has been silent, the first time that it was; null while it has answered everything.</summary>
    Phrase? Silence => null;

    /// <summary>
    /// What stands where the figure was read: in a table <see cref="CellReference.Amount"/> within
    /// <see cref="CellReference.Box"/>, in a sentence the number whose box it is. An amount of null asks whether the place
    /// is blank. Does not throw for what a file holds.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Testimony Ask(CellReference figure, CancellationToken cancellation);
}

/// <summary>
/// Makes the witness of a file. Called at most once for a document, and only when there is a figure to ask about; null
/// where no second reader is built in. A file that the second reader cannot open gives a witness that is silent.
/// </summary>
public delegate IWitness? CallWitness(ReadOnlyMemory<byte> file, ReadingOptions options, CancellationToken cancellation);

/// <param name="Answer">What the witness says.</param>
/// <param name="Text">What it reads there, where that is another text.</param>
public readonly record struct Testimony(TestimonyAnswer Answer, string? Text = null)
{
    public static Testimony Same => new(TestimonyAnswer.Same);

    public static Testimony Silent => new(TestimonyAnswer.Silent);

    public static Testimony Other(string text) => new(TestimonyAnswer.Other, text);
}

public enum TestimonyAnswer
{
    /// <summary>It cannot read the place: not the file, not the page, or not these letters.</summary>
    Silent,

    /// <summary>It reads the same.</summary>
    Same,

    /// <summary>It reads something else.</summary>
    Other,
}
