using System.Collections.Immutable;
using Ingest.Contract.Amounts;
using Ingest.Contract.Grids;
using Ingest.Contract.Text;

namespace Ingest.Core.Layouts;

/// <summary>The lines above a table without spaces, and what those that are no title say.</summary>
internal sealed class HeadingLines
{
    /// <summary>Letters; what stands beside a label and is longer is no name of a table.</summary>
    private const int LongestName = 40;

    /// <summary>Share of the letters' size between two lines of one title.</summary>
    private const float LineGap = 2.2f;

    private readonly ImmutableArray<TextLine> _lines;
    private readonly string?[] _texts;
    private readonly bool[] _spoken;

    public HeadingLines(ImmutableArray<TextLine> lines)
    {
        _lines = lines;
        _texts = [.. lines.Select(line => HeadingLine.IsSentence(line.Text) ? null : PrintedText.Compact(line.Text))];
        _spoken = new bool[lines.Length];
        for (int i = 0; i < _texts.Length; i++)
            Listen(i);
    }

    public int Count => _texts.Length;

    /// <summary>Of the line nearest the table that names one.</summary>
    public string? Department { get; private set; }

    /// <summary>Of the line nearest the table that names one.</summary>
    public AmountUnit? Unit { get; private set; }

    /// <summary>Null for a sentence.</summary>
    public string? this[int line] => _texts[line];

    public string Join(int first, int last) => string.Concat(_texts[first..(last + 1)]);

    /// <summary>Neither prose nor a line that names the unit, the body or the label.</summary>
    public bool MayBeTitle(int line) => _texts[line] is { Length: > 0 } && !_spoken[line];

    /// <summary>Without a title, the heading is what names the unit, the body or the label; the number of lines where none does.</summary>
    public int FirstOfHeading() => Array.IndexOf(_spoken, true) is >= 0 and var first ? first : Count;

    public bool HasOnlyRemarksAfter(int line)
    {
        for (int i = line + 1; i < Count; i++)
            if (!_spoken[i] && (_texts[i] is not { } text || !HeadingLine.IsPageNumber(text)))
                return false;
        return true;
    }

    /// <summary>The nearest line that may be a title, for tables without a known one; else the nearest line.</summary>
    public string? Nearest()
    {
        for (int i = Count - 1; i >= 0; i--)
            if (MayBeTitle(i))
                return _texts[i];
        return Count == 0 ? null : PrintedText.Compact(_lines[^1].Text);
    }

    /// <summary>What stands beside a table's label is its name, whatever it ends with.</summary>
    public FoundTitle? NamedByLabel(int from)
    {
        for (int i = Math.Max(0, from - 1); i < Count; i++)
            if (MayBeTitle(i) && _texts[i]!.Length <= LongestName)
                return new FoundTitle(i, i, TitleLine.Parse(_texts[i]!, Department), IsKnown: false);
        return null;
    }

    /// <summary>
    /// The line on which the title begins that ends on a given one, or null when it begins there: the line above is printed alike
    /// and has the label but not the end of a title, or stands above its middle and speaks of funds and accounts.
    /// </summary>
    public int? BeginsAbove(int line)
    {
        int above = line - 1;
        if (above < 0 || !MayBeTitle(above) || !AreOfOneTitle(_lines[above], _lines[line]))
            return null;
        TitleLine begin = TitleLine.Parse(_texts[above]!, Department);
        if (begin.Title.EndsWith('表') || TitleLine.Parse(_texts[line]!, Department).Label is not null)
            return null;
        bool isLabelled = begin.Label is not null;
        bool isCentred = Math.Abs(_lines[above].Box.CenterX - _lines[line].Box.CenterX) < _lines[line].Size / 2 && TitlePattern.NamesAccounts(begin.Folded);
        return isLabelled || isCentred ? above : null;
    }

    private static bool AreOfOneTitle(TextLine above, TextLine below) =>
        Math.Abs(above.Size - below.Size) < 0.1f * below.Size && above.Baseline - below.Baseline is > 0 and var gap && gap < LineGap * below.Size;

    private void Listen(int i)
    {
        if (_texts[i] is not { } text)
            return;
        // The line nearest the table wins, so later ones overwrite.
        if (HeadingLine.UnitIn(text) is { } unit)
            (Unit, _spoken[i]) = (unit, true);
        if (HeadingLine.DepartmentIn(text) is { } department)
            (Department, _spoken[i]) = (department, true);
        else if (HeadingLine.AsksForDepartment(text))
            ListenBeside(i);
        _spoken[i] |= HeadingLine.LabelAlone(text) is not null || HeadingLine.IsUnitLine(text);
    }

    /// <summary>The name stands far to the right of the words that ask for it: 部门：        某某局.</summary>
    private void ListenBeside(int i)
    {
        _spoken[i] = true;
        if (i + 1 >= Count || _texts[i + 1] is not { Length: > 1 } name || HeadingLine.IsUnitLine(name) || name.AsSpan().IndexOfAny('：', ':') >= 0
            || Math.Abs(_lines[i].Baseline - _lines[i + 1].Baseline) > _lines[i].Size / 2)
            return;
        (Department, _spoken[i + 1]) = (name, true);
    }
}
