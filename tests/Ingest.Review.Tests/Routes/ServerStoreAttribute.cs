using System.Reflection;
using Ingest.Store.Tests;
using Xunit.Sdk;

namespace Ingest.Review.Tests.Routes;

/// <summary>The same test on a store that is a server's; skipped with its reason where no server can be had.</summary>
internal sealed class ServerStoreAttribute : DataAttribute
{
    public ServerStoreAttribute() => Skip = PostgresServer.Missing;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [["postgres"]];
}
