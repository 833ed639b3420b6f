namespace Ingest.Contract.Text;

/// <summary>
/// What the name of a row says about its place among the others. The reading and the checks ask the same questions here, so that
/// a row cannot be a project to one and a subtotal to the other.
/// </summary>
public static class RowLabel
{
    private static readonly string[] _totals = ["总计", "合计"];

    private static readonly string[] _subtotals = ["小计"];

    /// <summary>Whose 小计 closes a list: 当年收入小计 is the total of a side before what is carried over.</summary>
    private static readonly HashSet<string> _sides =
        ["小计", "收入小计", "支出小计", "本年收入小计", "本年支出小计", "当年收入小计", "当年支出小计"];

    /// <summary>合计, 收入总计, 人员经费合计; and 小计 and 本年收入小计, but not 公务用车购置及运行费（小计）.</summary>
    /// <param name="name">As printed; spaces, brackets and colons do not matter.</param>
    public static bool IsTotal(string? name) => Bare(name) is { Length: > 0 } bare && (EndsWithAny(bare, _totals) || _sides.Contains(bare));

    /// <summary>The total of a whole table and nothing more: 合计, 总计.</summary>
    public static bool IsGrandTotal(string? name) => Array.IndexOf(_totals, Bare(name)) >= 0;

    /// <summary>小计, or ending with it.</summary>
    public static bool IsSubtotal(string? name) => EndsWithAny(Bare(name), _subtotals);

    /// <summary>其中：…: a part of the row above that need not be all of it.</summary>
    public static bool IsOfWhich(string? name) => Bare(name).StartsWith("其中", StringComparison.Ordinal);

    /// <summary>Neither a project nor an account can be called so.</summary>
    public static bool IsSum(string? name) => IsTotal(name) || IsSubtotal(name);

    private static bool EndsWithAny(string name, string[] words)
    {
        foreach (string word in words)
            if (name.EndsWith(word, StringComparison.Ordinal))
                return true;
        return false;
    }

    private static string Bare(string? name)
    {
        if (string.IsNullOrEmpty(name))
            return "";
        foreach (char letter in name)
            if (!char.IsLetterOrDigit(letter))
                return string.Concat(name.Where(char.IsLetterOrDigit));
        return name;
    }
}
