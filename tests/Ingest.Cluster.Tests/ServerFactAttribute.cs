using Ingest.Store.Tests;

namespace Ingest.Cluster.Tests;

/// <summary>A test that needs RabbitMQ and PostgreSQL; skipped with its reason where one is not installed.</summary>
internal sealed class ServerFactAttribute : FactAttribute
{
    public ServerFactAttribute() => Skip = RabbitServer.Missing ?? PostgresServer.Missing;
}
