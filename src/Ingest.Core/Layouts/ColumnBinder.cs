using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Contract.Text;

namespace Ingest.Core.Layouts;

/// <summary>Finds out which printed column is which column of a statement, by what the headers say.</summary>
internal static partial class ColumnBinder
{
    /// <summary>Below this a header does not say that its column is the one of the form.</summary>
    public const double AmountMatch = 0.5;

    /// <summary>Below this a match is used, but in doubt: less than half of a wording, or no word of its group.</summary>
    private const double WeakMatch = 0.75;

    /// <summary>What a key is worth that follows from the number of its column.</summary>
    private const double NumberedMatch = 0.6;

    /// <summary>Letters; a longer header that fits nothing is another column's.</summary>
    private const int LongestFragment = 8;

    /// <summary>What a key is worth that follows from the place of its column.</summary>
    private const double PlacedMatch = 0.4;

    public static StatementBinding Bind(StatementLayout statement, TableSample sample, double titleScore)
    {
        ImmutableArray<HeaderColumn> headers = sample.Columns;
        var scores = new ColumnScores(statement, headers);
        ColumnRole?[] labels = LabelColumns.Find(statement, sample, scores);
        (int Block, int Side)[]? blocks = SideBlocks.Assign(statement, sample, labels);
        if (blocks is null)
            return new StatementBinding(statement, [], titleScore, 0, null);
        var bound = new BoundColumn[headers.Length];
        for (int i = 0; i < headers.Length; i++)
            bound[i] = new BoundColumn(headers[i], labels[i] ?? ColumnRole.Amount, blocks[i].Block, blocks[i].Side, null, 0, null);
        double matched = 0;
        double expected = 0;
        double labelFactor = 1;
        foreach ((int block, int side) in blocks.Distinct())
        {
            SideLayout layout = statement.Sides[side];
            BindBlock(layout, block, side, bound, scores);
            BoundColumn[] columns = [.. bound.Where(column => column.Block == block)];
            BoundColumn[] amounts = [.. columns.Where(column => column.Role == ColumnRole.Amount)];
            matched += amounts.Sum(column => column.Score);
            expected += Math.Max(Needed(layout, amounts), amounts.Length);
            labelFactor *= LabelFactor(layout, columns);
        }
        double score = expected == 0 ? 0 : labelFactor * matched / expected;
        return new StatementBinding(statement, [.. bound], titleScore, score, Contradiction(statement, bound));
    }

    private static void BindBlock(SideLayout side, int block, int index, BoundColumn[] bound, ColumnScores scores)
    {
        int[] open = [.. Enumerable.Range(0, bound.Length).Where(i => bound[i].Block == block && bound[i].Role == ColumnRole.Amount)];
        var free = side.Columns.ToList();
        BindByHeader(side, index, bound, open, free, scores);
        PartTwins(side, bound, open);
        BindByNumber(side, bound, open, free);
        BindByPlace(side, bound, open, free);
        int unknown = 0;
        foreach (int i in open.Where(i => bound[i].Key is null))
            bound[i] = bound[i] with
            {
                Key = $"{BoundColumn.UnknownPrefix}{++unknown}",
                Weakness = new Phrase(
                    $"版式中没有表头为“{bound[i].Header.Path}”的列",
                    $"no column of the layout is headed \"{bound[i].Header.Path}\""),
            };
        DoubtImperfect(bound, open, hasUnknown: unknown > 0);
        DoubtRivalSums(bound, open);
    }

    /// <summary>
    /// A group has one sum: 合计 and 小计 side by side under it mean that, where no line shows how far it reaches, it was
    /// taken to reach too far.
    /// </summary>
    private static void DoubtRivalSums(BoundColumn[] bound, int[] open)
    {
        if (!Array.Exists(open, i => bound[i].Header.Texts.Length > 1 && bound[i].Header.Folded[^1] == "小计"))
            return;
        foreach (IGrouping<string, int> group in open.Where(i => bound[i].Header.Texts.Length > 1).GroupBy(i => string.Join('/', bound[i].Header.Folded[..^1])))
            if (group.Any(i => bound[i].Header.Folded[^1] == "小计") && group.Any(i => bound[i].Header.Folded[^1] is "合计" or "总计"))
                foreach (int i in group.Where(i => bound[i].Weakness is null))
                    bound[i] = bound[i] with { Weakness = new Phrase($"“{bound[i].Header.Texts[^2]}”下既有合计又有小计，其范围不明", $"\"{bound[i].Header.Texts[^2]}\" stands over two sums; how far it reaches is uncertain") };
    }

    /// <summary>Columns under one and the same header can only be told apart by the order of the form.</summary>
    private static void PartTwins(SideLayout side, BoundColumn[] bound, int[] open)
    {
        foreach (IGrouping<string, int> twins in open.Where(i => bound[i].Key is not null).GroupBy(i => bound[i].Header.Path))
        {
            int[] columns = [.. twins];
            if (columns.Length < 2)
                continue;
            string[] keys = [.. side.Columns.Select(column => column.Key).Where(key => columns.Any(i => bound[i].Key == key))];
            for (int at = 0; at < columns.Length; at++)
                bound[columns[at]] = bound[columns[at]] with
                {
                    Key = keys[at],
                    Weakness = new Phrase(
                        $"表头“{twins.Key}”下有 {columns.Length} 列，按先后次序对应",
                        $"the header \"{twins.Key}\" stands above {columns.Length} columns; their order was used"),
                };
        }
    }

    /// <summary>
    /// A header that fits only in part is no proof, least of all beside columns that fit nothing: then the
    /// headers themselves were misread.
    /// </summary>
    private static void DoubtImperfect(BoundColumn[] bound, int[] open, bool hasUnknown)
    {
        foreach (int i in open)
            if (bound[i] is { IsKnown: true, Weakness: null } column && column.Score < (hasUnknown ? 1 : WeakMatch))
                bound[i] = column with { Weakness = new Phrase($"表头“{column.Header.Path}”只有部分相符", $"the header \"{column.Header.Path}\" fits only in part") };
    }

    /// <summary>Best matches first; of equal ones, the leftmost column takes the first key.</summary>
    private static void BindByHeader(
        SideLayout side, int index, BoundColumn[] bound, int[] open, List<ColumnLayout> free, ColumnScores scores)
    {
        var pairs = new List<(int Column, int Key, double Score)>();
        foreach (int i in open)
            for (int key = 0; key < side.Columns.Length; key++)
                if (scores[i, index, key] >= AmountMatch)
                    pairs.Add((i, key, scores[i, index, key]));
        // 小计 without the group above it fits several keys alike; which one it is, its neighbours tell, so it waits for them.
        var alike = pairs.GroupBy(pair => pair.Column).Where(column => IsAlike([.. column.Select(pair => pair.Score)])).Select(column => column.Key).ToHashSet();
        Take(pairs.Where(pair => !alike.Contains(pair.Column)).OrderByDescending(pair => pair.Score));
        Take([.. pairs.Where(pair => alike.Contains(pair.Column)).OrderByDescending(pair => pair.Score).ThenBy(pair => Remoteness(side, bound, open, pair.Column, pair.Key))]);

        void Take(IEnumerable<(int Column, int Key, double Score)> best)
        {
            foreach ((int i, int key, double score) in best)
                if (bound[i].Key is null && free.Remove(side.Columns[key]))
                    bound[i] = bound[i] with { Key = side.Columns[key].Key, Score = score };
        }
    }

    /// <summary>More than one key fits best, and none of them as a header that is printed whole does.</summary>
    private static bool IsAlike(double[] scores) => scores.Max() is < WeakMatch and var best && scores.Count(score => score == best) > 1;

    /// <summary>
    /// How far the key is, in the order of the form, from those of the next known columns: a subtotal stands just before its
    /// first part, so that the column behind says more than the one before.
    /// </summary>
    private static int Remoteness(SideLayout side, BoundColumn[] bound, int[] open, int column, int key)
    {
        int Index(int i) => side.Columns.IndexOf(side.Columns.First(layout => layout.Key == bound[i].Key));
        int[] known = [.. open.Where(i => bound[i].Key is not null)];
        int before = known.Where(i => i < column).Select(i => Gap(Index(i), key)).DefaultIfEmpty(0).Last();
        int behind = known.Where(i => i > column).Select(i => Gap(key, Index(i))).DefaultIfEmpty(0).First();
        return (behind * side.Columns.Length) + before;

        int Gap(int first, int second) => second > first ? second - first : side.Columns.Length;
    }

    /// <summary>Where the header is broken, the row of column numbers counts the columns of the form.</summary>
    private static void BindByNumber(SideLayout side, BoundColumn[] bound, int[] open, List<ColumnLayout> free)
    {
        if (open.Length != side.Columns.Length || !open.Select((i, at) => bound[i].Header.Number == at + 1).All(same => same))
            return;
        for (int at = 0; at < open.Length; at++)
            Infer(bound, open[at], side.Columns[at], free, NumberedMatch, new Phrase($"按栏次 {at + 1} 对应", $"column number {at + 1} was used"));
    }

    /// <summary>
    /// When the table has as many columns as the form and the known ones stand in their places, the rest
    /// stand in theirs.
    /// </summary>
    private static void BindByPlace(SideLayout side, BoundColumn[] bound, int[] open, List<ColumnLayout> free)
    {
        if (open.Length != side.Columns.Length || 2 * free.Count > open.Length)
            return;
        for (int at = 0; at < open.Length; at++)
            if (bound[open[at]].Key is { } key && key != side.Columns[at].Key)
                return;
        for (int at = 0; at < open.Length; at++)
            Infer(bound, open[at], side.Columns[at], free, PlacedMatch, new Phrase("按其所在位置对应", "its place among the others was used"));
    }

    private static void Infer(BoundColumn[] bound, int i, ColumnLayout column, List<ColumnLayout> free, double score, Phrase how)
    {
        if (bound[i].Key is null && (bound[i].Header.Folded.IsEmpty || IsBroken(bound[i].Header.Folded[^1])) && free.Remove(column))
            bound[i] = bound[i] with { Key = column.Key, Score = score, Weakness = Unknown(bound[i].Header.Path) + how };
    }

    /// <summary>
    /// Not words that a form prints over a column: 占比, 同比增长 and 其中：… are headers of columns that the layout does not have, and
    /// whatever stands below them is none of its own.
    /// </summary>
    private static bool IsBroken(string leaf) => leaf.Length <= LongestFragment && !WholeHeader().IsMatch(leaf);

    [GeneratedRegex("(?:收入|支出|资金|经费|费|拨款|结余|结转|补助|预算|数|额|率|比|增长|合计|小计|总计|占比|%|人数|备注|说明)$|^其中")]
    private static partial Regex WholeHeader();

    private static Phrase Unknown(string header) => new($"表头“{header}”无法识别，", $"the header \"{header}\" is unknown; ");

    private static int Needed(SideLayout side, BoundColumn[] amounts) =>
        side.Columns.Count(column => !column.Optional || amounts.Any(amount => amount.Key == column.Key));

    private static double LabelFactor(SideLayout side, BoundColumn[] columns)
    {
        bool hasName = columns.Any(column => column.Role == ColumnRole.Name);
        bool hasCode = columns.Any(column => column.Role == ColumnRole.Code);
        bool hasProject = columns.Any(column => column.Role == ColumnRole.Project);
        double factor = hasName == !side.Name.IsEmpty ? 1 : 0.8;
        if (!hasCode && !hasName && !side.Code.IsEmpty)
            factor *= 0.9;
        return hasProject || side.Project.IsEmpty ? factor : factor * 0.9;
    }

    private static Phrase? Contradiction(StatementLayout statement, BoundColumn[] bound)
    {
        foreach (BoundColumn column in bound.Where(column => column.Role == ColumnRole.Amount))
            for (int level = 0; level < column.Header.Folded.Length - 1; level++)
                foreach (string word in statement.Excludes)
                    if (column.Header.Folded[level].Contains(word, StringComparison.Ordinal))
                        return new Phrase(
                            $"表头“{column.Header.Texts[level]}”不属于 {statement.Id}",
                            $"the header \"{column.Header.Texts[level]}\" is not of {statement.Id}");
        return null;
    }
}
