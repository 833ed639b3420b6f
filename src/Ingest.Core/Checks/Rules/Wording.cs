using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules;

/// <summary>Writes figures and relations in words.</summary>
internal static class Wording
{
    /// <summary>Parts of a sum that a sentence names; nobody reads more, and a finding lists the cells of all.</summary>
    private const int MostNamed = 100;

    /// <summary>"T03 201 一般公共服务支出 合计".</summary>
    public static Phrase Of(Figure figure)
    {
        if (figure.IsNarrative)
            return new($"第 {figure.Reference.Page} 页正文“{figure.Reference.Column}”", $"page {figure.Reference.Page}, text “{figure.Reference.Column}”");
        if (figure.Row is not { } row)
            return Phrase.Same($"{figure.Reference.Project} {figure.Reference.Name}".Trim());
        string header = row.Statement.Header(figure.Reference.Column!);
        return Phrase.Same(string.Join(' ', new[] { row.Statement.Id, row.Label, header }.Where(part => part.Length > 0)));
    }

    public static Phrase Sum(Figure subject, IReadOnlyList<Term> parts, string sign = "=")
    {
        if (parts.Count == 0)
            return Of(subject) + Phrase.Same($" {sign} 0");
        var sum = new List<Phrase> { Of(subject), Phrase.Same($" {sign} ") };
        for (int i = 0; i < Math.Min(parts.Count, MostNamed); i++)
        {
            bool minus = parts[i].Factor < 0;
            sum.Add(Phrase.Same(i == 0 ? minus ? "−" : "" : minus ? " − " : " + "));
            sum.Add(Of(parts[i].Figure));
        }
        if (parts.Count > MostNamed)
            sum.Add(new Phrase($" …（另 {parts.Count - MostNamed} 项）", $" … ({parts.Count - MostNamed} more)"));
        return Phrase.Join(Phrase.Same(""), sum);
    }
}
