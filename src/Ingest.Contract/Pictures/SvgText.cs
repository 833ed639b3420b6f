using System.Text;
using System.Xml;

namespace Ingest.Contract.Pictures;

/// <summary>Texts of strangers as text and attributes of a drawing.</summary>
public static class SvgText
{
    /// <summary>Characters that XML cannot hold become U+FFFD.</summary>
    public static string Escaped(string text)
    {
        var safe = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]))
                safe.Append(c).Append(text[++i]);
            else
                safe.Append(c switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", '"' => "&quot;", _ => XmlConvert.IsXmlChar(c) ? c.ToString() : "\uFFFD" });
        }

        return safe.ToString();
    }
}
