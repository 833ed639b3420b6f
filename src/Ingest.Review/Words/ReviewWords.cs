using System.Globalization;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Store;

namespace Ingest.Review.Words;

/// <summary>The words of the page: Chinese by default, English on request.</summary>
public sealed class ReviewWords(Language language, TimeZoneInfo zone)
{
    public Language Language => language;

    /// <summary>As HTML names it.</summary>
    public string Tag => Say("zh-CN", "en");

    public string Say(string chinese, string english) => language == Language.Chinese ? chinese : english;

    public string Say(Phrase phrase) => phrase.In(language);

    public string Of(Severity severity) => severity switch
    {
        Severity.Error => Say("错误", "Error"),
        Severity.Warning => Say("存疑", "Doubt"),
        _ => Say("提示", "Note"),
    };

    public string Of(DocumentKind? kind) => kind switch
    {
        DocumentKind.Budget => Say("预算", "Budget"),
        DocumentKind.FinalAccounts => Say("决算", "Final accounts"),
        _ => Say("类别不明", "Kind unknown"),
    };

    public string Of(DocumentLevel? level) => level switch
    {
        DocumentLevel.Department => Say("部门", "Department"),
        DocumentLevel.Unit => Say("单位", "Unit"),
        _ => "",
    };

    public string Of(RowSide? side) => side switch
    {
        RowSide.Income => Say("收入", "Income"),
        RowSide.Expenditure => Say("支出", "Expenditure"),
        RowSide.Personnel => Say("人员经费", "Personnel"),
        RowSide.Operating => Say("公用经费", "Operating"),
        _ => "",
    };

    public string Of(VerdictStatus status) => status switch
    {
        VerdictStatus.Confirmed => Say("属实", "Confirmed"),
        VerdictStatus.Dismissed => Say("排除", "Dismissed"),
        VerdictStatus.Pending => Say("待查", "To look into"),
        _ => Say("待复核", "Open"),
    };

    public string OfVerdict(Verdict? verdict) => verdict is null ? Say("未复核", "Not judged") : Of(verdict.Status);

    public string Body(string? department) => department ?? Say("（部门不明）", "(body unknown)");

    public string Year(int? year) => year?.ToString(CultureInfo.InvariantCulture) ?? Say("年度不明", "year unknown");

    /// <summary>With its printed decimals and groups of three: 1,234.50.</summary>
    public static string Amount(decimal? amount) => amount is { } value ? value.ToString("N" + value.Scale, CultureInfo.InvariantCulture) : "—";

    /// <summary>Of what was computed: zeros at the end are not printed by anybody; two decimals at least.</summary>
    public static string Computed(decimal? amount) => amount?.ToString("#,0.00############", CultureInfo.InvariantCulture) ?? "—";

    /// <summary>Of an amount in yuan, in 万元 from one on: <c>139.00 万元</c>, <c>850 元</c>.</summary>
    public string Money(decimal? yuan) => yuan switch
    {
        null => "",
        >= 10_000 or <= -10_000 => Say($"{(yuan.Value / 10_000).ToString("N2", CultureInfo.InvariantCulture)} 万元", $"{(yuan.Value / 10_000).ToString("N2", CultureInfo.InvariantCulture)} 10k yuan"),
        _ => Say($"{yuan.Value.ToString("N2", CultureInfo.InvariantCulture)} 元", $"{yuan.Value.ToString("N2", CultureInfo.InvariantCulture)} yuan"),
    };

    public static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public string Time(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public string Pages(IEnumerable<int> pages) => Say($"第 {string.Join("、", pages)} 页", $"page {string.Join(", ", pages)}");

    public static string Size(long bytes) => bytes < 1024 * 1024
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, bytes / 1024)} KB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024.0:0.0} MB");
}
