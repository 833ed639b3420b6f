using System.Text.RegularExpressions;
using Ingest.Contract.Text;

namespace Ingest.Core.Layouts;

/// <summary>
/// Compares titles the way a reader of the 目录 does: spaces, widths, punctuation, numbering and label, the year, and
/// whether a title says 部门, 单位 or the body's name make no difference.
/// </summary>
internal sealed partial class TitleKey
{
    /// <summary>Words that one printing of a title may have and another not.</summary>
    private static readonly string[] _interchangeable = ["关于", "预算单位", "部门", "单位", "本级", "的", "情况"];

    /// <summary>Room for what the comparison leaves out beside a body's name.</summary>
    private const int Extras = 24;

    private readonly string[] _bodies;

    /// <param name="bodies">Names of the body the document is about.</param>
    public TitleKey(IEnumerable<string> bodies) =>
        _bodies = [.. bodies.Select(PrintedText.Fold).Where(body => body.Length > 0).Distinct().OrderByDescending(body => body.Length)];

    /// <summary>How many characters longer than a title another printing of it can be.</summary>
    public int Slack => Extras + (_bodies.Length > 0 ? _bodies[0].Length : 0);

    /// <summary>Equal for two printings of one title.</summary>
    public string Of(string title)
    {
        string named = Part().Replace(PrintedText.Compact(title), "");
        string key = PrintedText.Fold(TitleLine.Parse(named, null).Title);
        foreach (string body in _bodies)
            key = key.Replace(body, "", StringComparison.Ordinal);
        key = Year().Replace(key, "");
        foreach (string word in _interchangeable)
            key = key.Replace(word, "", StringComparison.Ordinal);
        return key;
    }

    [GeneratedRegex("^第[一二三四五六七八九十]+部分")]
    private static partial Regex Part();

    [GeneratedRegex(@"(?:19|20)\d\d(?:年度|年)?")]
    private static partial Regex Year();
}
