using System.Data.Common;

namespace Ingest.Store.Relational;

/// <summary>A step from one version of the tables to the next.</summary>
/// <param name="Then">What SQL cannot do: what is to be had from the contents of documents only.</param>
internal sealed record Migration(string Sql, Action<DbConnection, DbTransaction>? Then = null);
