using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ingest.Contract.Documents;
using LiteDB;

namespace Ingest.Store.LiteDb;

/// <summary>A document as an entry.</summary>
internal static class DocumentForm
{
    /// <param name="digest">Of the packed extraction.</param>
    public static BsonDocument Entry(StoredDocument document, byte[] digest) => new()
    {
        ["_id"] = document.Sha256,
        ["fileName"] = document.FileName,
        ["bytes"] = document.Bytes,
        ["storedAt"] = document.StoredAt.Stored(),
        ["pages"] = document.Pages,
        ["department"] = document.Department,
        ["year"] = document.FiscalYear.OrNull(),
        ["kind"] = document.Kind?.ToString(),
        ["level"] = document.Level?.ToString(),
        ["publishedOn"] = document.PublishedOn?.ToString("O", CultureInfo.InvariantCulture),
        ["series"] = Series(document),
        ["layout"] = document.Layout,
        ["reader"] = document.Versions.Reader,
        ["layouts"] = document.Versions.Layouts,
        ["rules"] = document.Versions.Rules,
        ["readMs"] = document.ReadMilliseconds,
        ["supersedes"] = document.Supersedes,
        ["replaced"] = document.IsReplaced,
        ["orderUnsure"] = document.IsOrderUnsure,
        ["errors"] = document.Errors,
        ["warnings"] = document.Warnings,
        ["amounts"] = document.Amounts.OrNull(),
        ["unchecked"] = document.Unchecked.OrNull(),
        ["digest"] = digest,
    };

    public static StoredDocument Of(BsonDocument entry) => new(
        entry["_id"].AsString, entry["fileName"].AsString, entry["bytes"].AsInt64, entry["pages"].AsInt32, entry.Text("department"), entry.Number("year"),
        entry.NameOrNull<DocumentKind>("kind"), entry.NameOrNull<DocumentLevel>("level"), entry.Date("publishedOn"), entry.Text("layout"),
        new EngineVersions(entry["reader"].AsString, entry["layouts"].AsString, entry["rules"].AsString),
        entry.Instant("storedAt"), entry["readMs"].AsDouble, entry.Text("supersedes"), entry["replaced"] is { IsNull: false } replaced && replaced.AsBoolean, entry["orderUnsure"] is { IsNull: false } unsure && unsure.AsBoolean,
        entry["errors"].AsInt32, entry["warnings"].AsInt32,
        entry.Number("amounts"), entry.Number("unchecked"));

    /// <summary>
    /// Equal for publications of the same body, year and kind, of whatever level; null when one of these is not known. A digest:
    /// a name that was misread may be longer than what LiteDB takes into an index.
    /// </summary>
    private static string? Series(StoredDocument document) => document is { Department: { } department, FiscalYear: { } year, Kind: { } kind }
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{department}\n{year}\n{kind}"))))[..32]
        : null;
}
