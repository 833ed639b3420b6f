using Ingest.Core.Reconciliation.Figures;
using Ingest.Core.Reconciliation.Relations;
using Ingest.Pdf;

namespace Ingest.Core.Reconciliation.Rules;

/// <summary>Writes figures and relations in words.</summary>
internal static class Wording
{
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
        Phrase sum = Of(parts[0].Figure);
        if (parts[0].Factor < 0)
            sum = Phrase.Same("−") + sum;
        foreach (Term part in parts.Skip(1))
            sum += Phrase.Same(part.Factor < 0 ? " − " : " + ") + Of(part.Figure);
        return Of(subject) + Phrase.Same($" {sign} ") + sum;
    }
}
