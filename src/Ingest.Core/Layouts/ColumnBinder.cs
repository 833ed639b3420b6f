using System.Collections.Immutable;

namespace Ingest.Core.Layouts;

/// <summary>Finds out which printed column is which column of a statement, by what the headers say.</summary>
internal static class ColumnBinder
{
    /// <summary>A label header must match nearly whole: 项目支出 is not 项目.</summary>
    private const double LabelMatch = 0.8;

    private const double AmountMatch = 0.5;

    /// <summary>What a key is worth that follows from the number or the place of its column.</summary>
    private const double InferredMatch = 0.4;

    /// <summary>Columns that every template may have and that hold no figures of the statement.</summary>
    private static readonly string[] NeverAmounts = ["行次", "序号", "备注", "说明"];

    public static StatementBinding Bind(StatementLayout statement, TableSample sample, double titleScore)
    {
        ImmutableArray<HeaderColumn> headers = sample.Columns;
        ColumnRole?[] labels = [.. headers.Select(header => LabelRole(statement, sample, header))];
        int[]? sides = SideBlocks.Assign(statement, sample, labels);
        if (sides is null)
            return new StatementBinding(statement, [], titleScore, 0, null);
        var bound = new BoundColumn[headers.Length];
        for (int i = 0; i < headers.Length; i++)
            bound[i] = new BoundColumn(headers[i], labels[i] ?? ColumnRole.Amount, sides[i], null, 0, null);
        double matched = 0;
        double expected = 0;
        double labelFactor = 1;
        for (int side = 0; side < statement.Sides.Length; side++)
        {
            BindSide(statement.Sides[side], side, bound);
            BoundColumn[] amounts = [.. bound.Where(column => column.Side == side && column.Role == ColumnRole.Amount)];
            matched += amounts.Sum(column => column.Score);
            expected += Math.Max(Needed(statement.Sides[side], amounts), amounts.Length);
            labelFactor *= LabelFactor(statement.Sides[side], bound.Where(column => column.Side == side));
        }
        double score = expected == 0 ? 0 : labelFactor * matched / expected;
        return new StatementBinding(statement, [.. bound], titleScore, score, Contradiction(statement, bound));
    }

    private static ColumnRole? LabelRole(StatementLayout statement, TableSample sample, HeaderColumn header)
    {
        if (sample.IsBare(header) || (header.Folded.Length > 0 && Array.IndexOf(NeverAmounts, header.Folded[^1]) >= 0))
            return ColumnRole.Ignored;
        if (header.Folded is [.., "类" or "款" or "项"])
            return ColumnRole.Code;
        string[] path = [.. header.Folded];
        double amount = statement.Sides.Max(side => side.Columns.Max(column => column.Match(path)));
        (ColumnRole? role, double best) = (null, Math.Max(LabelMatch, amount));
        foreach (SideLayout side in statement.Sides)
        {
            Consider(ColumnRole.Ignored, side.Ignore);
            Consider(ColumnRole.Project, side.Project);
            Consider(ColumnRole.Name, side.Name);
            Consider(ColumnRole.Code, side.Code);
        }
        if (role is ColumnRole.Name or ColumnRole.Code)
            return sample.HoldsCodes(header) ? ColumnRole.Code : role;
        return role ?? (amount < AmountMatch ? sample.RoleByContent(header) : null);

        void Consider(ColumnRole candidate, ImmutableArray<HeaderPattern> patterns)
        {
            foreach (HeaderPattern pattern in patterns)
            {
                double score = pattern.Match(path);
                if (score > best || (score == best && role is null && score >= LabelMatch))
                    (role, best) = (candidate, score);
            }
        }
    }

    private static void BindSide(SideLayout side, int index, BoundColumn[] bound)
    {
        int[] open = [.. Enumerable.Range(0, bound.Length).Where(i => bound[i].Side == index && bound[i].Role == ColumnRole.Amount)];
        var free = side.Columns.ToList();
        BindByHeader(bound, open, free);
        BindByNumber(side, bound, open, free);
        BindByPlace(side, bound, open, free);
        int unknown = 0;
        foreach (int i in open.Where(i => bound[i].Key is null))
            bound[i] = bound[i] with
            {
                Key = $"{BoundColumn.UnknownPrefix}{++unknown}",
                Weakness = $"no column of the layout is headed \"{string.Join(" / ", bound[i].Header.Texts)}\"",
            };
    }

    /// <summary>Best matches first; of equal ones, the leftmost column takes the first key.</summary>
    private static void BindByHeader(BoundColumn[] bound, int[] open, List<ColumnLayout> free)
    {
        var pairs =
            from i in open
            let path = bound[i].Header.Folded.ToArray()
            from column in free.ToArray()
            let score = column.Match(path)
            where score >= AmountMatch
            orderby score descending
            select (i, column, score);
        foreach ((int i, ColumnLayout column, double score) in pairs.ToArray())
            if (bound[i].Key is null && free.Remove(column))
                bound[i] = bound[i] with { Key = column.Key, Score = score };
    }

    /// <summary>Where the header is broken, the row of column numbers counts the columns of the form.</summary>
    private static void BindByNumber(SideLayout side, BoundColumn[] bound, int[] open, List<ColumnLayout> free)
    {
        if (open.Length != side.Columns.Length || !open.Select((i, at) => bound[i].Header.Number == at + 1).All(same => same))
            return;
        for (int at = 0; at < open.Length; at++)
            if (bound[open[at]].Key is null && free.Remove(side.Columns[at]))
                bound[open[at]] = bound[open[at]] with
                {
                    Key = side.Columns[at].Key,
                    Score = InferredMatch + 0.2,
                    Weakness = $"the header \"{string.Join(" / ", bound[open[at]].Header.Texts)}\" is unknown; column number {at + 1} was used",
                };
    }

    /// <summary>One unknown column between two known neighbours is the one key that belongs there.</summary>
    private static void BindByPlace(SideLayout side, BoundColumn[] bound, int[] open, List<ColumnLayout> free)
    {
        if (open.Length != side.Columns.Length)
            return;
        for (int at = 0; at < open.Length; at++)
        {
            bool neighboursFit = (at == 0 || bound[open[at - 1]].Key == side.Columns[at - 1].Key)
                && (at + 1 == open.Length || bound[open[at + 1]].Key == side.Columns[at + 1].Key);
            if (bound[open[at]].Key is null && open.Length > 1 && neighboursFit && free.Remove(side.Columns[at]))
                bound[open[at]] = bound[open[at]] with
                {
                    Key = side.Columns[at].Key,
                    Score = InferredMatch,
                    Weakness = $"the header \"{string.Join(" / ", bound[open[at]].Header.Texts)}\" is unknown; its place between its neighbours was used",
                };
        }
    }

    private static int Needed(SideLayout side, BoundColumn[] amounts) =>
        side.Columns.Count(column => !column.Optional || amounts.Any(amount => amount.Key == column.Key));

    private static double LabelFactor(SideLayout side, IEnumerable<BoundColumn> columns)
    {
        BoundColumn[] labels = [.. columns];
        bool hasName = labels.Any(column => column.Role == ColumnRole.Name);
        bool hasCode = labels.Any(column => column.Role == ColumnRole.Code);
        double factor = 1;
        if (hasName != !side.Name.IsEmpty)
            factor *= 0.8;
        if (!hasCode && !side.Code.IsEmpty && !hasName)
            factor *= 0.9;
        return side.Project.IsEmpty || labels.Any(column => column.Role == ColumnRole.Project) ? factor : factor * 0.9;
    }

    private static string? Contradiction(StatementLayout statement, BoundColumn[] bound)
    {
        foreach (BoundColumn column in bound.Where(column => column.Role == ColumnRole.Amount))
            for (int level = 0; level < column.Header.Folded.Length - 1; level++)
                foreach (string word in statement.Excludes)
                    if (column.Header.Folded[level].Contains(word, StringComparison.Ordinal))
                        return $"the header \"{column.Header.Texts[level]}\" is not of {statement.Id}";
        return null;
    }
}
