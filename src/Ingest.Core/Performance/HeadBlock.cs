using System.Collections.Immutable;
using System.Globalization;
using Ingest.Contract.Amounts;
using Ingest.Contract.Documents;
using Ingest.Contract.Geometry;
using Ingest.Contract.Grids;
using Ingest.Contract.Text;

namespace Ingest.Core.Performance;

/// <summary>
/// Reads the rows above the indicators: labels and values side by side. A value belongs to the labels
/// directly left of it; labels merged over several rows stand in each of them.
/// </summary>
internal sealed class HeadBlock
{
    private readonly List<PerformanceField> _contacts = [];
    private readonly List<PerformanceField> _fields = [];
    private readonly List<PerformanceFund> _funds = [];

    public string? Department { get; private set; }

    public string? Project { get; private set; }

    public string? Goal { get; private set; }

    public ImmutableArray<PerformanceField> Contacts => [.. _contacts];

    public ImmutableArray<PerformanceField> Fields => [.. _fields];

    public ImmutableArray<PerformanceFund> Funds => [.. _funds];

    /// <summary>True when something was read: a table of budget figures has no such labels.</summary>
    public bool Any => _contacts.Count + _fields.Count + _funds.Count > 0 || Department is not null || Project is not null || Goal is not null;

    public void Read(GridRows rows, int row)
    {
        List<string> labels = [];
        ImmutableArray<string> prefix = [];
        bool valued = false;
        foreach (GridCell cell in rows[row])
        {
            string text = GridRows.Text(cell);
            if (text.Length == 0)
                continue;
            string folded = PrintedText.Label(text);
            if (Labels.IsLabel(folded))
            {
                if (valued)
                    (labels, valued) = ([.. prefix], false);
                labels.Add(folded);
                continue;
            }
            if (!valued && labels.Count > 0)
                prefix = [.. labels[..^1]];
            bool follows = valued;
            valued = true;
            if (labels.Count == 0 || cell.Row != row)
                continue;
            Add(labels, text, rows, cell, mayBeFund: !follows);
            if (GridRows.HoldsSeveral(cell))
                labels.Clear();
        }
    }

    /// <param name="labels">What stands left of the value.</param>
    /// <param name="text">The value.</param>
    /// <param name="rows">The table's rows.</param>
    /// <param name="cell">The value's cell.</param>
    /// <param name="mayBeFund">It stands right beside its label: a second amount is that of another label that was not seen.</param>
    private void Add(List<string> labels, string text, GridRows rows, GridCell cell, bool mayBeFund)
    {
        string label = labels[^1];
        (int page, Box box) = (rows.Page.Page.Number, rows.Place(cell));
        if (Labels.IsContact(label))
            _contacts.Add(new PerformanceField(Labels.Name(label), text, page, box));
        else if (Labels.IsProject(label))
            Project = (Project ?? "") + text;
        else if (Labels.IsDepartment(label) && Department is null)
            Department = text;
        else if (Labels.IsGoal(label) && Goal is null)
            Goal = text;
        else if (mayBeFund && Amount(text) is { } amount)
            _funds.Add(Fund(labels, text, amount, page, box));
        else
            _fields.Add(new PerformanceField(Labels.Name(label), text, page, box));
    }

    private static PerformanceFund Fund(List<string> labels, string text, decimal amount, int page, Box box)
    {
        AmountUnit? unit = null;
        foreach (string label in labels)
            unit = Labels.UnitOf(label) ?? unit;
        string[] path = [.. labels.Where((label, i) => i == labels.Count - 1 || !Labels.IsFrame(label)).Select(Labels.Name)];
        return new PerformanceFund([.. path], amount, unit, text, page, box);
    }

    private static decimal? Amount(string text) =>
        decimal.TryParse(PrintedText.Clause(text), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out decimal amount)
            ? amount : null;
}
