using Ingest.Pdf.Objects;

namespace Ingest.Pdf.Content;

/// <summary>
/// Which layers the document's default configuration shows (ISO 32000-1, 8.11). Immutable.
/// </summary>
internal sealed class OptionalContent
{
    // Visibility expressions and membership dictionaries of real files nest two or three levels.
    private const int MostNested = 16;

    private readonly ObjectSource _source;
    private readonly HashSet<int> _exceptions = [];
    private readonly bool _shownByDefault = true;

    public OptionalContent(ObjectSource source, PdfDictionary catalog)
    {
        _source = source;
        if (source.GetDictionary(catalog, "OCProperties") is not { } properties
            || source.GetDictionary(properties, "D") is not { } configuration)
            return;
        _shownByDefault = source.GetName(configuration, "BaseState") != "OFF";
        foreach (int group in References(source.GetArray(configuration, _shownByDefault ? "OFF" : "ON")))
            _exceptions.Add(group);
        foreach (PdfObject usage in source.GetArray(configuration, "AS")?.Items ?? [])
        {
            if (source.Resolve(usage) is PdfDictionary application && source.GetName(application, "Event") == "View")
                ApplyUsage(application);
        }
    }

    /// <param name="written">A group or membership dictionary as written: groups are known by their reference.</param>
    public bool IsHidden(PdfObject? written) => written is not null && !IsShown(written, 0);

    // What is only for paper, or only for the screen, says so in its usage; this is a screen (8.11.4.4). Zoom,
    // language and user depend on who looks and are left as they are.
    private void ApplyUsage(PdfDictionary application)
    {
        if (_source.GetArray(application, "Category") is not { } categories
            || !categories.Items.Any(category => _source.Resolve(category) is PdfName { Value: "View" }))
            return;
        foreach (int group in References(_source.GetArray(application, "OCGs")))
        {
            if (ViewState(group) is not { } state)
                continue;
            if ((state == "ON") == _shownByDefault)
                _exceptions.Remove(group);
            else
                _exceptions.Add(group);
        }
    }

    private string? ViewState(int group) =>
        _source.Resolve(new PdfReference(group, 0)) is PdfDictionary dictionary
        && _source.GetDictionary(dictionary, "Usage") is { } usage
        && _source.GetDictionary(usage, "View") is { } view
            ? _source.GetName(view, "ViewState")
            : null;

    private IEnumerable<int> References(PdfArray? groups)
    {
        foreach (PdfObject group in groups?.Items ?? [])
        {
            _source.Budget.Check();
            if (group is PdfReference reference)
                yield return reference.Number;
        }
    }

    private bool IsShown(PdfObject written, int nested)
    {
        if (_source.Resolve(written) is not PdfDictionary dictionary || nested > MostNested)
            return true;
        if (_source.GetName(dictionary, "Type") == "OCMD")
            return IsMembershipShown(dictionary, nested + 1);
        return written is not PdfReference group || _shownByDefault != _exceptions.Contains(group.Number);
    }

    private bool IsMembershipShown(PdfDictionary membership, int nested)
    {
        if (_source.GetArray(membership, "VE") is { } expression)
            return Evaluate(expression, nested);
        if (!membership.TryGet("OCGs", out PdfObject? written))
            return true;
        if (_source.Resolve(written) is not PdfArray groups)
            return Follow(_source.GetName(membership, "P"), IsShown(written, nested) ? 1 : 0, 1);
        int shown = 0;
        int counted = 0;
        foreach (PdfObject group in groups.Items)
        {
            _source.Budget.Check();
            if (_source.Resolve(group) is not PdfDictionary)
                continue;
            counted++;
            shown += IsShown(group, nested) ? 1 : 0;
        }

        return counted == 0 || Follow(_source.GetName(membership, "P"), shown, counted);
    }

    private static bool Follow(string? policy, int shown, int groups) => policy switch
    {
        "AllOn" => shown == groups,
        "AnyOff" => shown < groups,
        "AllOff" => shown == 0,
        _ => shown > 0,
    };

    private bool Evaluate(PdfArray expression, int nested)
    {
        if (expression.Count == 0 || nested > MostNested)
            return true;
        string? operation = (_source.Resolve(expression[0]) as PdfName)?.Value;
        for (int i = 1; i < expression.Count; i++)
        {
            _source.Budget.Check();
            bool shown = _source.Resolve(expression[i]) is PdfArray inner
                ? Evaluate(inner, nested + 1)
                : IsShown(expression[i], nested + 1);
            switch (operation)
            {
                case "Not":
                    return !shown;
                case "Or" when shown:
                    return true;
                case "And" when !shown:
                    return false;
            }
        }

        return operation != "Or";
    }
}
