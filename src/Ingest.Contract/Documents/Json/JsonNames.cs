using System.Text.Json;
using Ingest.Contract.Text;

namespace Ingest.Contract.Documents.Json;

/// <summary>Enumeration members as the contract spells them.</summary>
internal static class JsonNames
{
    public static string Of(DocumentKind kind) => kind == DocumentKind.Budget ? "budget" : "finalAccounts";

    public static string Of(DocumentLevel level) => level == DocumentLevel.Department ? "department" : "unit";

    public static string Of(Severity severity) => severity switch
    {
        Severity.Info => "info",
        Severity.Warning => "warning",
        _ => "error",
    };

    public static string Of(RowSide side) => side switch
    {
        RowSide.Income => "income",
        RowSide.Expenditure => "expenditure",
        RowSide.Personnel => "personnel",
        _ => "operating",
    };

    public static string Of(FactKind kind) => kind switch
    {
        FactKind.Amount => "amount",
        FactKind.Share => "share",
        FactKind.Change => "change",
        FactKind.Growth => "growth",
        FactKind.Count => "count",
        FactKind.Names => "names",
        FactKind.Purpose => "purpose",
        FactKind.Prior => "prior",
        _ => "none",
    };

    public static string Of(RecognitionState state) => state switch
    {
        RecognitionState.Sure => "sure",
        RecognitionState.Unsure => "unsure",
        RecognitionState.ConfirmedByArithmetic => "confirmedByArithmetic",
        RecognitionState.CorrectedByReviewer => "correctedByReviewer",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static string Of(ReservationKind kind) => kind switch
    {
        ReservationKind.Reading => "reading",
        ReservationKind.Table => "table",
        ReservationKind.Meaning => "meaning",
        ReservationKind.LastDigit => "lastDigit",
        _ => "witness",
    };

    public static string Of(PerformanceKind kind) => kind == PerformanceKind.Department ? "department" : "project";

    public static T Parse<T>(string name, Func<T, string> spell)
        where T : struct, Enum
    {
        foreach (T value in Enum.GetValues<T>())
            if (spell(value) == name)
                return value;
        throw new JsonException($"\"{name}\" is not one of {string.Join(", ", Enum.GetValues<T>().Select(spell))}.");
    }
}
