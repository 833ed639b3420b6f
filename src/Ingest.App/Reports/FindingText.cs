using System.Globalization;
using Ingest.App.Words;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;

namespace Ingest.App.Reports;

/// <summary>What the reports say of a finding beside its own sentence.</summary>
internal static class FindingText
{
    /// <summary>The sentence, then in lines of their own what it rests on: doubt about the reading, the sum, what the second reader says.</summary>
    public static string Whole(Finding finding, ReportWords words) => string.Join(
        "\n", new[] { finding.ExtractionInDoubt ? words.InDoubt : null, finding.Message, Sum(finding, words), Witness(finding, words) }.Where(line => line is not null));

    /// <summary>"应为 6.06，实为 6.66，差额 0.60，舍入允许差 0.01"; null where the finding is not about an amount.</summary>
    public static string? Sum(Finding finding, ReportWords words) => finding.Expected is null && finding.Actual is null
        ? null
        : string.Join(words.Say("，", ", "), new[]
        {
            Part(words.Expected, finding.Expected), Part(words.Actual, finding.Actual), Part(words.Difference, finding.Difference), Part(words.Tolerance, finding.Tolerance),
        }.Where(part => part is not null));

    /// <summary>What the second reader has to do with the finding; null where none was asked.</summary>
    public static string? Witness(Finding finding, ReportWords words) =>
        finding.Witness is { } reader ? words.Say($"第二阅读器（{reader}）重读了有关数字，读数一致。", $"The second reader ({reader}) has read the figures again, and reads the same.")
        : finding.Reservations.FirstOrDefault(reservation => reservation.Kind == ReservationKind.Witness) is { } differs ? words.Say($"第二阅读器：{differs.Reason}", $"Second reader: {differs.Reason}")
        : finding.Severity == Severity.Error ? words.Say("未经第二阅读器复读。", "No second reader was asked.")
        : null;

    /// <summary>"T05 2101101 行政单位医疗 · 基本支出 = 6.66（第9页） → 6.06".</summary>
    public static string Suspected(Suspect suspect, CellNames names, ReportWords words) => suspect switch
    {
        { SuggestedCode: { } code } => words.Say($"{names.Of(suspect.Cell)} → 编码 {code}", $"{names.Of(suspect.Cell)} → code {code}"),
        { Suggested: { } amount } => $"{names.Of(suspect.Cell)} → {Amount(amount)}",
        _ => names.Of(suspect.Cell),
    };

    /// <summary>With all its decimals.</summary>
    public static string Amount(decimal amount) => amount.ToString("N" + amount.Scale, CultureInfo.InvariantCulture);

    private static string? Part(string label, decimal? amount) => amount is { } value ? $"{label} {Amount(value)}" : null;
}
