using Ingest.Contract.Geometry;

namespace Ingest.Tables.Aligned;

/// <summary>A column of an aligned table: what stands in its body, its head, or both.</summary>
internal sealed class Column
{
    public ColumnBody? Body { get; init; }

    public HeadCell? Head { get; init; }

    /// <summary>False where one head stands over the bodies of several columns.</summary>
    public bool OwnsHead { get; init; }

    public bool IsNumeric => Body?.IsNumeric ?? false;

    public float Left => Extent(box => box.Left, body => body.Left, Math.Min);

    public float Right => Extent(box => box.Right, body => body.Right, Math.Max);

    private float Extent(Func<Box, float> ofHead, Func<ColumnBody, float> ofBody, Func<float, float, float> outer)
    {
        if (Body is null)
            return ofHead(Head!.Box);
        float body = ofBody(Body);
        return OwnsHead && Head is not null ? outer(body, ofHead(Head.Box)) : body;
    }
}
