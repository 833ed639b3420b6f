using System.Text;

namespace Ingest.Contract.Pages;

/// <summary>
/// The visible text of a page in reading order: lines from top to bottom as most of the text runs,
/// then text that runs another way (watermarks, turned labels), a line break after each line.
/// </summary>
public static class PageText
{
    /// <summary>A gap wider than this share of the font size is shown as a space.</summary>
    private const float WideGap = 0.6f;

    public static string Of(Page page)
    {
        var text = new StringBuilder(page.Letters.Length + 64);
        IEnumerable<IGrouping<int, Letter>> directions = page.Letters
            .Where(letter => letter.IsVisible && letter.Text.Length > 0)
            .GroupBy(letter => (int)MathF.Round(letter.Angle) % 360)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key);
        foreach (IGrouping<int, Letter> direction in directions)
            Append(text, [.. direction.Select(letter => new Placed(letter, direction.Key))]);
        return text.ToString();
    }

    private static void Append(StringBuilder text, List<Placed> letters)
    {
        letters.Sort((a, b) => b.Up.CompareTo(a.Up) is var order && order != 0 ? order : a.Along.CompareTo(b.Along));
        int start = 0;
        for (int i = 1; i <= letters.Count; i++)
        {
            if (i < letters.Count && letters[i - 1].Up - letters[i].Up < letters[i].Size * 0.5f)
                continue;
            AppendLine(text, letters[start..i]);
            start = i;
        }
    }

    private static void AppendLine(StringBuilder text, List<Placed> line)
    {
        line.Sort((a, b) => a.Along.CompareTo(b.Along));
        float end = float.MaxValue;
        foreach (Placed letter in line)
        {
            if (letter.Along - end > letter.Size * WideGap)
                text.Append(' ');
            text.Append(letter.Text);
            end = letter.End;
        }

        text.Append('\n');
    }

    /// <summary>A letter with its baseline origin turned so that its direction runs to the right.</summary>
    private readonly record struct Placed(string Text, float Along, float Up, float End, float Size)
    {
        public Placed(in Letter letter, int angle)
            : this(letter.Text, Turned(letter.X, letter.Y, angle).Along, Turned(letter.X, letter.Y, angle).Up, 0, letter.Size)
        {
            float extent = angle % 180 == 90 ? letter.Box.Height : letter.Box.Width;
            End = Along + extent;
        }

        private static (float Along, float Up) Turned(float x, float y, int angle)
        {
            (float sin, float cos) = MathF.SinCos(angle * MathF.PI / 180);
            return ((x * cos) + (y * sin), (y * cos) - (x * sin));
        }
    }
}
