namespace Ingest.Tables.Aligned;

/// <summary>A column of an aligned table: what stands in its body, its head, or both.</summary>
internal sealed class Column
{
    public HeadCell? Head { get; init; }

    /// <summary>False where one head stands over the bodies of several columns.</summary>
    public bool OwnsHead { get; init; }

    /// <summary>The body holds more numbers than other texts.</summary>
    public bool IsNumeric { get; init; }

    /// <summary>Numbers in the body.</summary>
    public int Numbers { get; init; }

    /// <summary>Where the body reaches from and to; null when nothing stands in it.</summary>
    public (float Left, float Right)? Body { get; init; }

    public float Left => Extent(box => box.Left, body => body.Left, Math.Min);

    public float Right => Extent(box => box.Right, body => body.Right, Math.Max);

    private float Extent(Func<Contract.Geometry.Box, float> ofHead, Func<(float Left, float Right), float> ofBody, Func<float, float, float> outer)
    {
        if (Body is not { } body)
            return ofHead(Head!.Box);
        return OwnsHead && Head is not null ? outer(ofBody(body), ofHead(Head.Box)) : ofBody(body);
    }
}
