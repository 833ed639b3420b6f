using Ingest.Contract.Text;
using Ingest.Pdf.Limits;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Pdf.PdfPig.Reading;

/// <summary>PdfPig's filters with what they produce booked against the limits.</summary>
internal sealed class BoundedFilters(ReadingBudget budget, PigLog log) : IFilterProvider
{
    private readonly Dictionary<IFilter, IFilter> _bounded = [];

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bounded(DefaultFilterProvider.Instance.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bounded(DefaultFilterProvider.Instance.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bounded(DefaultFilterProvider.Instance.GetAllFilters());

    private IFilter[] Bounded(IReadOnlyList<IFilter> filters)
    {
        var result = new IFilter[filters.Count];
        for (int i = 0; i < result.Length; i++)
        {
            if (!_bounded.TryGetValue(filters[i], out IFilter? bounded))
                _bounded[filters[i]] = bounded = new BoundedFilter(filters[i], budget, log);
            result[i] = bounded;
        }

        return result;
    }
}

/// <summary>One filter. A stream that is too long is noticed when it has been decoded: PdfPig decodes in one go.</summary>
internal sealed class BoundedFilter(IFilter inner, ReadingBudget budget, PigLog log) : IFilter
{
    public bool IsSupported => inner.IsSupported;

    /// <exception cref="ReadingLimitException">The stream, or all of the file's together, have more bytes than the limit.</exception>
    public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
    {
        budget.Look();
        Memory<byte> decoded = inner.Decode(input, streamDictionary, filterProvider, filterIndex);
        if (decoded.Length > budget.Limits.StreamBytes)
            throw new ReadingLimitException("limit-stream-bytes", new Phrase(
                $"一个数据流解压后超过限额 StreamBytes（{budget.Limits.StreamBytes}），未读取。",
                $"A stream has more decoded bytes than the limit StreamBytes ({budget.Limits.StreamBytes}); it was not read."));
        if (decoded.Length > budget.DecodedBytesLeft)
            throw new ReadingLimitException("limit-decoded-bytes", new Phrase(
                $"文件解压后的数据超过限额 DecodedBytes（{budget.Limits.DecodedBytes}），其余未读取。",
                $"The file has more decoded bytes than the limit DecodedBytes ({budget.Limits.DecodedBytes}); the rest of it was not read."));
        if (inner is FlateFilter && !FlateCheck.IsWhole(input, decoded, streamDictionary))
            log.AddDamagedStream();
        budget.AddDecoded(decoded.Length);
        budget.Look();
        return decoded;
    }
}
