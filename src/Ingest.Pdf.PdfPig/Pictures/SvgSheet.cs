using System.Text;
using Ingest.Contract.Text;
using Ingest.Pdf.Limits;

namespace Ingest.Pdf.PdfPig.Pictures;

/// <summary>
/// A drawing in the making: what is painted, and what it refers to by ids. The same definition is written once.
/// </summary>
/// <param name="prefix">Begins all ids, so that they are no other drawing's in the same document.</param>
internal sealed class SvgSheet(string prefix)
{
    /// <summary>Characters of a drawing; the largest pages of real documents, with their photographs, have a tenth.</summary>
    private const int Most = 48 << 20;

    private readonly StringBuilder _definitions = new();
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private int _captured;

    public SvgBody Body { get; private set; } = new();

    /// <summary>The id of a definition.</summary>
    /// <param name="element">Its name.</param>
    /// <param name="rest">Its attributes without the id, from a blank on, and all that follows.</param>
    public string Define(string element, string rest)
    {
        if (_ids.TryGetValue(rest, out string? known))
            return known;
        string id = $"{prefix}{_ids.Count:x}";
        _ids[rest] = id;
        _definitions.Append('<').Append(element).Append(" id=\"").Append(id).Append('"').Append(rest).Append('\n');
        Check();
        return id;
    }

    /// <summary>What is painted meanwhile, instead of on the sheet.</summary>
    public string Capture(Action paint)
    {
        (SvgBody sheet, SvgBody own) = (Body, new SvgBody());
        Body = own;
        try
        {
            paint();
        }
        finally
        {
            Body = sheet;
        }

        string captured = own.ToString();
        _captured += captured.Length;
        Check();
        return captured;
    }

    /// <exception cref="ReadingLimitException">The drawing is larger than that of any page.</exception>
    public void Check()
    {
        if ((long)Body.Length + _definitions.Length + _captured > Most)
            throw new ReadingLimitException("limit-picture", new Phrase(
                $"本页图形过大（超过 {Most >> 20} MB），其余内容未绘制。", $"The picture of the page is too large (more than {Most >> 20} MB); the rest was not drawn."));
    }

    /// <summary>The definitions and what was painted.</summary>
    public string Finish() => (_definitions.Length > 0 ? $"<defs>\n{_definitions}</defs>\n" : "") + Body;
}
