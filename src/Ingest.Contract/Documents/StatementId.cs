using System.Collections.Immutable;

namespace Ingest.Contract.Documents;

/// <summary>
/// Which statutory table a statement is: one of a closed catalogue, whatever number and title a document gives it.
/// <c>default</c> is no statement and prints as "".
/// </summary>
public readonly record struct StatementId
{
    private readonly string? _text;

    private StatementId(string text) => _text = text;

    /// <summary>Budgets: 收支总表 … 上年结转结余表.</summary>
    public static ImmutableArray<StatementId> OfBudgets { get; } = [.. Enumerable.Range(1, 11).Select(number => new StatementId($"T{number:00}"))];

    /// <summary>Final accounts: 收入支出决算总表 … 国有资本经营预算财政拨款收入支出决算表.</summary>
    public static ImmutableArray<StatementId> OfFinalAccounts { get; } = [.. Enumerable.Range(1, 9).Select(number => new StatementId($"F{number:00}"))];

    public static ImmutableArray<StatementId> All { get; } = [.. OfBudgets, .. OfFinalAccounts];

    public bool IsOfFinalAccounts => _text is ['F', ..];

    /// <summary>The statement of that id; null when the catalogue has none.</summary>
    public static StatementId? Find(string? text)
    {
        foreach (StatementId id in All)
            if (id._text == text)
                return id;
        return null;
    }

    /// <exception cref="FormatException">The catalogue has no such statement.</exception>
    public static StatementId Parse(string text) =>
        Find(text) ?? throw new FormatException($"\"{text}\" is no statement id; they are T01 to T11 and F01 to F09");

    public override string ToString() => _text ?? "";
}
