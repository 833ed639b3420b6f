namespace Ingest.Core.Checks.Figures;

/// <summary>A unit of the department and the accounts listed below it.</summary>
/// <param name="Unit">Its own row, the sum of the rows.</param>
/// <param name="Rows">Rows with codes.</param>
internal sealed record UnitSection(IndexedRow Unit, List<IndexedRow> Rows);

/// <summary>
/// Tables that list the accounts of each unit below the unit's row, so that one code stands in several places: a form of
/// departments in Sichuan, Guizhou and elsewhere. No single row is the code's then, and no row is there twice.
/// </summary>
internal static class UnitSections
{
    /// <summary>The sections, where a code stands in more than one of them; none for any other table.</summary>
    public static IReadOnlyList<UnitSection> Of(IndexedStatement statement)
    {
        // T07 lists projects below units and codes by its own form.
        if (statement.ListsProjects || statement.Rows.Any(row => row.Side is not null))
            return [];
        List<UnitSection> sections = Part([.. statement.Rows.Where(row => !row.IsAbsent)]);
        var first = new Dictionary<string, UnitSection>();
        return sections.Exists(section => section.Rows.Exists(row => !first.TryAdd(row.Code!, section) && first[row.Code!] != section)) ? sections : [];
    }

    private static List<UnitSection> Part(IndexedRow[] rows)
    {
        var sections = new List<UnitSection>();
        for (int i = 0; i < rows.Length; i++)
            if (rows[i].Code is not null)
                sections.LastOrDefault()?.Rows.Add(rows[i]);
            else if (IsUnit(rows[i]) && i + 1 < rows.Length && rows[i + 1].Code is not null)
                sections.Add(new UnitSection(rows[i], []));
        return sections;
    }

    private static bool IsUnit(IndexedRow row) => !row.IsTotal && string.IsNullOrEmpty(row.Project) && row.Name.Length > 0 && !row.IsBlank;
}
