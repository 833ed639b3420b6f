using System.Collections.Immutable;
using System.Text.Json;

namespace Ingest.Contract.Accounts;

/// <summary>An account that has another code or another name from a year on.</summary>
/// <param name="Since">The first fiscal year of the new one.</param>
/// <param name="Source">Where the ministry says so.</param>
public sealed record AccountChange(int Since, string Code, string Name, string ToCode, string ToName, string Source);

/// <summary>
/// Accounts of 功能分类 and 经济分类 that the ministry renumbered or renamed, as data: a code that was given to another account afterwards
/// (30311) is not the same account for having the same code. Only changes of an account as a whole stand here; one that was split or merged has no
/// successor.
/// </summary>
public static class AccountHistory
{
    private static readonly Lazy<ImmutableArray<AccountChange>> _changes = new(Read);

    /// <summary>The earliest first.</summary>
    public static ImmutableArray<AccountChange> Changes => _changes.Value;

    /// <summary>What an account of a year is called today.</summary>
    /// <param name="code">As printed; null where a table has names alone.</param>
    /// <param name="year">Fiscal year of the document; null where it is not known, and nothing is concluded.</param>
    public static (string? Code, string Name) Today(string? code, string name, int? year)
    {
        foreach (AccountChange change in Changes)
            if (year < change.Since && name == change.Name && (code is null || code == change.Code))
                (code, name) = (code is null ? null : change.ToCode, change.ToName);
        return (code, name);
    }

    private static ImmutableArray<AccountChange> Read()
    {
        using Stream file = typeof(AccountHistory).Assembly.GetManifestResourceStream("Ingest.Contract.Accounts.accounts.json")!;
        using JsonDocument json = JsonDocument.Parse(file);
        JsonElement sources = json.RootElement.GetProperty("sources");
        return
        [
            .. json.RootElement.GetProperty("changes").EnumerateArray()
                .Select(change => new AccountChange(
                    change.GetProperty("since").GetInt32(), Text(change, "code"), Text(change, "name"), Text(change, "toCode"), Text(change, "toName"),
                    sources.GetProperty(change.GetProperty("since").GetRawText()).GetString()!))
                .OrderBy(change => change.Since),
        ];
    }

    private static string Text(JsonElement json, string key) => json.GetProperty(key).GetString()!;
}
