using System.Text.RegularExpressions;
using Ingest.Core.Checks.Figures;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>Which cell a sentence repeats.</summary>
/// <param name="Topics">Sections in which the words mean this cell.</param>
/// <param name="Thing">Form of <see cref="StatedFact.Thing"/>.</param>
/// <param name="Measure">The measure that has to be named; "" for none.</param>
/// <param name="Cell">Finds the cell.</param>
internal sealed record Binding(Topic[] Topics, Regex Thing, string Measure, Func<FigureIndex, Located> Cell)
{
    /// <summary>Figures of one meaning are the same wherever they are told: those of one cell, or else of one binding.</summary>
    public string Meaning { get; private init; } = "";

    /// <summary>Where true, the sentence may well mean another scope than the cell.</summary>
    public Func<FigureIndex, bool> IsSoft { get; init; } = _ => false;

    /// <summary>The printed name has to end in this; "" for any.</summary>
    public string Ending { get; init; } = "";

    public bool Fits(StatedFact told) =>
        told.Measure == Measure && Array.IndexOf(Topics, told.Topic) >= 0 && Thing.IsMatch(told.Thing) && Wholes.Are(told.Above) && told.ThingPath[^1].EndsWith(Ending, StringComparison.Ordinal);

    public static Binding Of(Topic[] topics, string thing, Operand cell, string measure = "") =>
        Of(topics, thing, index => Printed(index, cell), measure) with { Meaning = Told(cell.Cell, measure) };

    /// <summary>A column that the form does not have holds no nothing: its money stands under another header.</summary>
    public static Located Printed(FigureIndex index, Operand cell) =>
        index.Find(cell.Statement) is { IsEmpty: false } table && !table.HasColumn(cell.Column)
            ? new(null, new($"{cell.Statement} {cell.Column} 列", $"column {cell.Column} of {cell.Statement}"))
            : cell.Locate(index);

    public static Binding Of(Topic[] topics, string thing, Func<FigureIndex, Located> cell, string measure = "") =>
        new(topics, new Regex("^(?:" + thing + ")$", RegexOptions.CultureInvariant), measure, cell) { Meaning = Told($"{string.Join(' ', topics)} {thing}", measure) };

    /// <summary>What was spent is called by no measure, or by one of these.</summary>
    private static string Told(string what, string measure) => measure is "" or "支出决算" or "决算" ? what : what + " " + measure;
}
