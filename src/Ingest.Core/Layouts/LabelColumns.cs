using System.Collections.Immutable;

namespace Ingest.Core.Layouts;

/// <summary>Finds the columns that hold codes, names and projects, or nothing of the statement.</summary>
internal static class LabelColumns
{
    /// <summary>A label header must match nearly whole: 项目支出 is not 项目.</summary>
    private const double LabelMatch = 0.8;

    /// <summary>Columns that every template may have and that hold no figures of the statement.</summary>
    private static readonly string[] _neverAmounts = ["行次", "序号", "备注", "说明"];

    /// <summary>One role per column; null for amounts.</summary>
    public static ColumnRole?[] Find(StatementLayout statement, TableSample sample, ColumnScores scores)
    {
        var roles = new ColumnRole?[sample.Columns.Length];
        bool amountSeen = false;
        for (int i = 0; i < roles.Length; i++)
        {
            HeaderColumn header = sample.Columns[i];
            double amount = scores.Best(i);
            roles[i] = ByHeader(statement, sample, header, amount);
            // What a column holds counts where its header says nothing; in a single list labels stand left of the amounts.
            if (roles[i] is null && amount < ColumnBinder.AmountMatch && (statement.IsTwoSided || !amountSeen))
                roles[i] = sample.RoleByContent(header);
            amountSeen |= roles[i] is null;
        }
        return roles;
    }

    private static ColumnRole? ByHeader(StatementLayout statement, TableSample sample, HeaderColumn header, double amount)
    {
        if (sample.IsBare(header) || (header.Folded.Length > 0 && Array.IndexOf(_neverAmounts, header.Folded[^1]) >= 0))
            return ColumnRole.Ignored;
        if (header.Folded is [.., "类" or "款" or "项"])
            return ColumnRole.Code;
        (ColumnRole? role, double best) = (null, Math.Max(LabelMatch, amount));
        foreach (SideLayout side in statement.Sides)
        {
            Consider(ColumnRole.Ignored, side.Ignore);
            Consider(ColumnRole.Project, side.Project);
            Consider(ColumnRole.Government, side.Government);
            Consider(ColumnRole.Name, side.Name);
            Consider(ColumnRole.Code, side.Code);
        }
        return role == ColumnRole.Name && sample.HoldsCodes(header) ? ColumnRole.Code : role;

        void Consider(ColumnRole candidate, ImmutableArray<HeaderPattern> patterns)
        {
            foreach (HeaderPattern pattern in patterns)
            {
                double score = pattern.Match(header.Folded.AsSpan());
                if (score > best || (role is null && score >= best))
                    (role, best) = (candidate, score);
            }
        }
    }
}
