using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Contract.Geometry;
using Ingest.Contract.Pages;
using LiteDB;

namespace Ingest.Store.LiteDb;

/// <summary>Printed amounts in long form, one entry each, named by document and position.</summary>
internal sealed class FactCollection(LiteDbDatabase database)
{
    private ILiteCollection<BsonDocument> Facts => database.Collection(LiteDbSchema.Facts);

    /// <summary>Within a transaction that has begun.</summary>
    public void Replace(BudgetDocument document)
    {
        Facts.DeleteMany(OfDocument(document.Source.Sha256));
        Facts.InsertBulk(Fact.AllOf(document).Select((fact, position) => Entry(fact, position)));
    }

    public IReadOnlyList<Fact> Of(StoredDocument document) => database.Read(() =>
        Facts.Find(OfDocument(document.Sha256)).OrderBy(entry => entry["_id"].AsString, StringComparer.Ordinal).Select(entry => Of(entry, document)).ToList());

    // '0' is what follows '/'.
    private static BsonExpression OfDocument(string sha256) => Query.Between("_id", $"{sha256}/", $"{sha256}0");

    private static BsonDocument Entry(Fact fact, int position) => new()
    {
        ["_id"] = $"{fact.Sha256}/{position:D8}",
        ["statement"] = fact.Statement,
        ["side"] = fact.Side,
        ["code"] = fact.Code,
        ["name"] = fact.Name,
        ["project"] = fact.Project,
        ["column"] = fact.Column,
        ["amount"] = fact.Amount,
        ["unit"] = fact.Unit,
        ["page"] = fact.Page,
        ["box"] = new BsonArray { fact.Box.Left, fact.Box.Bottom, fact.Box.Right, fact.Box.Top },
    };

    private static Fact Of(BsonDocument entry, StoredDocument document) => new(
        document.Sha256, document.Department, document.FiscalYear, entry["statement"].AsString, entry.Text("side"), entry.Text("code"),
        entry["name"].AsString, entry.Text("project"), entry["column"].AsString, entry["amount"].AsDecimal, entry.Text("unit"), entry["page"].AsInt32,
        BoxOf(entry["box"].AsArray));

    private static Box BoxOf(BsonArray sides) => new((float)sides[0].AsDouble, (float)sides[1].AsDouble, (float)sides[2].AsDouble, (float)sides[3].AsDouble);
}
