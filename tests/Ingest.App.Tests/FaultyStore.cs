using System.Reflection;
using Ingest.Store;

namespace Ingest.App.Tests;

/// <summary>A real store, failing as a test tells it to.</summary>
#pragma warning disable CA1852 // The proxy is derived from it at run time.
internal class FaultyStore : DispatchProxy
#pragma warning restore CA1852
{
    private IDocumentStore? _store;

    private Func<string, StoreException?>? _fault;

    /// <param name="store">Asked when there is no fault.</param>
    /// <param name="fault">Asked before each call, with the method's name; an exception is thrown in place of the call.</param>
    public static IDocumentStore Around(IDocumentStore store, Func<string, StoreException?> fault)
    {
        IDocumentStore proxy = Create<IDocumentStore, FaultyStore>();
        var faulty = (FaultyStore)(object)proxy;
        (faulty._store, faulty._fault) = (store, fault);
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (_fault!(targetMethod!.Name) is { } fault)
            throw fault;
        return targetMethod.Invoke(_store, BindingFlags.DoNotWrapExceptions, null, args, null);
    }
}
