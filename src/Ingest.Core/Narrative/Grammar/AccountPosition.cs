using System.Collections.Immutable;

namespace Ingest.Core.Narrative.Grammar;

/// <summary>
/// The 类, 款 and 项 that the text last named. "1．行政运行（项）" below "（一）公共安全支出（类）" and "检察（款）" is
/// 公共安全支出 / 检察 / 行政运行.
/// </summary>
internal sealed class AccountPosition
{
    private const string Levels = "类款项";

    private readonly string?[] _names = new string?[Levels.Length];

    /// <summary>Moves to the names.</summary>
    /// <returns>The names with those above them; as they are when a level between is not known.</returns>
    public ImmutableArray<string> MoveTo(ImmutableArray<(char Level, string Name)> named)
    {
        int first = Levels.IndexOf(named[0].Level, StringComparison.Ordinal);
        foreach ((char level, string name) in named)
        {
            int at = Levels.IndexOf(level, StringComparison.Ordinal);
            _names[at] = name;
            Array.Fill(_names, null, at + 1, Levels.Length - at - 1);
        }
        IEnumerable<string?> above = _names.Take(first);
        return above.All(name => name is not null)
            ? [.. above.OfType<string>(), .. named.Select(level => level.Name)]
            : [.. named.Select(level => level.Name)];
    }
}
