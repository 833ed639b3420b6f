using Ingest.Contract.Geometry;
using LiteDB;

namespace Ingest.Store.LiteDb;

/// <summary>A printed amount as an entry; what is said of the whole document stands there.</summary>
internal static class FactForm
{
    public static BsonValue Entry(Fact fact)
    {
        var entry = new BsonDocument { ["statement"] = fact.Statement, ["name"] = fact.Name, ["column"] = fact.Column, ["amount"] = fact.Amount, ["page"] = fact.Page };
        Add("side", fact.Side);
        Add("code", fact.Code);
        Add("project", fact.Project);
        Add("unit", fact.Unit);
        entry["box"] = new BsonArray { fact.Box.Left, fact.Box.Bottom, fact.Box.Right, fact.Box.Top };
        return entry;

        void Add(string key, string? text)
        {
            if (text is not null)
                entry[key] = text;
        }
    }

    public static Fact Of(BsonDocument entry, StoredDocument document) => new(
        document.Sha256, document.Department, document.FiscalYear, entry["statement"].AsString, entry.Text("side"), entry.Text("code"),
        entry["name"].AsString, entry.Text("project"), entry["column"].AsString, entry["amount"].AsDecimal, entry.Text("unit"), entry["page"].AsInt32,
        BoxOf(entry["box"].AsArray));

    private static Box BoxOf(BsonArray sides) => new((float)sides[0].AsDouble, (float)sides[1].AsDouble, (float)sides[2].AsDouble, (float)sides[3].AsDouble);
}
