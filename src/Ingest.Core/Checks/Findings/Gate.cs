using System.Collections.Immutable;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;

namespace Ingest.Core.Checks.Findings;

/// <summary>Why a charge is not called an error, and what it may be called.</summary>
internal readonly record struct Objection(ReservationKind Kind, Severity Ceiling, Phrase Reason);

/// <summary>One of the conditions that an error has to meet.</summary>
internal interface ICondition
{
    /// <summary>Null where the charge meets it.</summary>
    Objection? ObjectTo(Charge charge);
}

/// <summary>What a charge is called in the end.</summary>
internal sealed record Judgement(Severity Severity, ImmutableArray<Objection> Objections)
{
    /// <summary>Id of the second reader, where it has read what an error rests on and has read the same.</summary>
    public string? Witness { get; init; }

    /// <summary>The reading may be at fault; what it concerns was not assessed.</summary>
    public bool ReadingInDoubt => Objections.Any(objection => objection.Kind is not ReservationKind.LastDigit);
}

/// <summary>
/// The only place where a charge becomes an error: an accusation in public needs all conditions of "What may be called
/// an error". What fails one of them is a warning or a note that says which. Rules do not decide, and have no exceptions
/// of their own.
/// </summary>
/// <param name="conditions">In the order in which their reasons are given.</param>
/// <param name="witness">Asked last, for it reads the file again; null where no second reader is to be asked.</param>
internal sealed class Gate(ImmutableArray<ICondition> conditions, ReadAgain? witness)
{
    private ImmutableArray<Objection> ObjectionsTo(Charge charge) => [.. conditions.Select(condition => condition.ObjectTo(charge)).OfType<Objection>()];

    public Judgement Judge(Charge charge)
    {
        ImmutableArray<Objection> objections = ObjectionsTo(charge);
        if (objections.Any(objection => objection.Kind == ReservationKind.Reading) && charge.WithoutDoubted() is { } firm && ObjectionsTo(firm).IsEmpty)
            objections = [];
        if (objections.IsEmpty && charge.Gravest == Severity.Error && witness?.ObjectTo(charge) is { } contradiction)
            objections = [contradiction];
        Severity severity = objections.Aggregate(charge.Gravest, (gravest, objection) => gravest < objection.Ceiling ? gravest : objection.Ceiling);
        return new Judgement(severity, objections) { Witness = severity == Severity.Error ? witness?.ReaderThatAgrees(charge) : null };
    }
}
