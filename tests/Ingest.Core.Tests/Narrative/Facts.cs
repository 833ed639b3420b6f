using System.Globalization;
using Ingest.Contract.Documents;
using Ingest.Core.Narrative;

namespace Ingest.Core.Tests.Narrative;

/// <summary>Reads text and writes what was found in a form that test rows can state.</summary>
internal static class Facts
{
    public static NarrativeText Read(params string[] lines) =>
        NarrativeReader.Read([TextPages.Page(1, lines)], ["某某市数据局"]);

    public static IEnumerable<NarrativeFact> All(this NarrativeText text) =>
        text.Sections.SelectMany(section => section.Sentences).SelectMany(sentence => sentence.Facts);

    public static IEnumerable<string> Unread(this NarrativeText text) =>
        text.Sections.SelectMany(section => section.Sentences).SelectMany(sentence => sentence.Unread)
            .Select(number => number.Text + number.Unit);

    /// <summary>"收入预算>一般公共预算 +534.24万元": subject, sign of a change, number, unit, % of what.</summary>
    public static string Short(this NarrativeFact fact)
    {
        string sign = fact.Direction switch { 1 => "+", -1 => "-", 0 => "=", _ => "" };
        string kind = fact.Kind switch
        {
            FactKind.Share => "占",
            FactKind.None => "无",
            FactKind.Prior => "比",
            FactKind.Purpose => "用于" + fact.Text,
            FactKind.Names => "：" + string.Join('、', fact.Names),
            _ => "",
        };
        string basis = fact.Kind == FactKind.Share && fact.Basis is not null ? fact.Basis + " " : "";
        string value = fact.Value?.ToString(CultureInfo.InvariantCulture) ?? "";
        return (fact.Aside ? "*" : "") + string.Join('>', fact.Subject) + " " + basis + kind + sign + value + fact.Unit;
    }
}
