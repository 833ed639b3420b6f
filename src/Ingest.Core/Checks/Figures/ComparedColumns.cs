using System.Collections.Immutable;

namespace Ingest.Core.Checks.Figures;

/// <summary>The columns that set an amount beside that of another year: what that was, by how much the two differ, and at what rate.</summary>
/// <param name="Prior">Null where the table does not print it; so for the others.</param>
internal sealed record ComparedColumns(string? Prior, string? Change, string? Rate)
{
    public const string PriorYear = "priorYear";

    public const string OfChange = "change";

    public const string OfRate = "changePercent";

    /// <summary>The other year's column of each of this year's.</summary>
    private static readonly ImmutableDictionary<string, string> _priors = ImmutableDictionary.CreateRange(StringComparer.Ordinal,
    [
        KeyValuePair.Create("overseas", "priorOverseas"), KeyValuePair.Create("reception", "priorReception"), KeyValuePair.Create("vehicleSubtotal", "priorVehicleSubtotal"),
        KeyValuePair.Create("vehiclePurchase", "priorVehiclePurchase"), KeyValuePair.Create("vehicleOperation", "priorVehicleOperation"),
    ]);

    /// <summary>What a column of this year is set beside; null where it is set beside nothing.</summary>
    public static ComparedColumns? Of(IndexedStatement table, string column)
    {
        ComparedColumns found = column != "total" ? new(Printed(_priors.GetValueOrDefault(column)), null, null)
            : new(Printed(PriorYear) ?? Printed("priorTotal"), Printed(OfChange), Printed(OfRate));
        return found is { Prior: null, Change: null, Rate: null } ? null : found;

        string? Printed(string? key) => key is not null && table.HasColumn(key) ? key : null;
    }

    /// <summary>What the heads of the columns say that this year is compared with: 2025年预算数, 比上年执行数.</summary>
    public string Words(IndexedStatement table) => string.Concat(table.Source.Columns
        .Where(column => column.Key == Prior || column.Key == Change || column.Key == Rate).SelectMany(column => column.Header));
}
