namespace Ingest.Core.Layouts;

/// <summary>Parts the columns of a table that prints two lists side by side.</summary>
internal static class SideBlocks
{
    /// <summary>For each column its block and side; null when the table does not have the statement's sides.</summary>
    public static (int Block, int Side)[]? Assign(StatementLayout statement, TableSample sample, ColumnRole?[] labels)
    {
        int[] blocks = Number(labels);
        int count = blocks.Length == 0 ? 0 : blocks[^1] + 1;
        if (!statement.IsTwoSided)
            return count > 1 ? null : new (int, int)[blocks.Length];
        if (count < statement.Sides.Length)
            return null;
        var sideOf = new int[count];
        for (int block = 0; block < count; block++)
        {
            int side = ByHeader(statement, sample, blocks, block) ?? ByCodes(statement, sample, blocks, block)
                ?? (count == statement.Sides.Length ? block : -1);
            if (side < 0)
                return null;
            sideOf[block] = side;
        }
        bool complete = Enumerable.Range(0, statement.Sides.Length).All(sideOf.Contains);
        return complete ? [.. blocks.Select(block => (block, sideOf[block]))] : null;
    }

    /// <summary>A block is labels and the amounts right of them; labels after amounts begin the next.</summary>
    private static int[] Number(ColumnRole?[] labels)
    {
        var blocks = new int[labels.Length];
        bool amountSeen = false;
        int block = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            bool isLabel = labels[i] is ColumnRole.Code or ColumnRole.Name;
            if (isLabel && amountSeen)
                (block, amountSeen) = (block + 1, false);
            amountSeen |= labels[i] is null;
            blocks[i] = block;
        }
        return blocks;
    }

    private static int? ByHeader(StatementLayout statement, TableSample sample, int[] blocks, int block)
    {
        var tops = sample.Columns.Where((column, i) => blocks[i] == block && column.Folded.Length > 1).Select(column => column.Folded[0]).ToHashSet();
        for (int side = 0; side < statement.Sides.Length; side++)
            if (statement.Sides[side].Header.Any(tops.Contains))
                return side;
        return null;
    }

    private static int? ByCodes(StatementLayout statement, TableSample sample, int[] blocks, int block)
    {
        if (sample.FirstCode(block, blocks) is not { } code)
            return null;
        for (int side = 0; side < statement.Sides.Length; side++)
            if (statement.Sides[side].CodePrefixes.Any(prefix => code.StartsWith(prefix, StringComparison.Ordinal)))
                return side;
        return null;
    }
}
