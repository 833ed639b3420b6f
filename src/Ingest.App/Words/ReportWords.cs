using System.Globalization;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;

namespace Ingest.App.Words;

/// <summary>The words of reports: Chinese by default, English on request.</summary>
internal sealed class ReportWords(Language language)
{
    public Language Language => language;

    /// <summary>Of whoever reads; instants are shown in it, with its offset.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Local;

    public string Title => Say("预决算勾稽核对报告", "Budget reconciliation report");

    public string Summary => Say("概要", "Summary");

    public string Findings => Say("疑点", "Findings");

    public string NoFinding => Say("没有发现问题。", "Nothing was found.");

    public string Rules => Say("核对规则", "Rules");

    public string File => Say("文件", "File");

    public string Department => Say("编制部门", "Body");

    public string Year => Say("年度", "Year");

    public string Kind => Say("类别", "Kind");

    public string Layout => Say("表式", "Layout");

    public string Versions => Say("程序版本", "Program versions");

    public string Pages => Say("页数", "Pages");

    public string Page => Say("页", "Page");

    public string Severity => Say("程度", "Severity");

    public string Rule => Say("规则", "Rule");

    public string RuleSentence => Say("规则说明", "What the rule says");

    public string Message => Say("说明", "Message");

    public string Expected => Say("应为", "Expected");

    public string Actual => Say("实为", "Actual");

    public string Difference => Say("差额", "Difference");

    public string Tolerance => Say("舍入允许差", "Rounding tolerance");

    public string Cells => Say("涉及单元格", "Cells");

    public string Suspect => Say("最可能有误", "Most likely wrong");

    public string Suggested => Say("建议值", "Suggested");

    public string Number => Say("序号", "No.");

    public string PlaceAndSuggestion => Say("位置及建议", "Place and suggestion");

    public string PageOfPdf => Say("原件页", "Page");

    public string Conclusion => Say("结论", "Verdict");

    public string Reason => Say("理由", "Reason");

    public string Initials => Say("复核人", "Initials");

    public string Date => Say("日期", "Date");

    public string Statement => Say("报表", "Statement");

    public string Unit => Say("单位", "Unit");

    public string Side => Say("收支", "Side");

    public string Code => Say("科目编码", "Code");

    public string Name => Say("科目名称", "Name");

    public string Project => Say("项目名称", "Project");

    public string Column => Say("栏目", "Column");

    public string Amount => Say("金额", "Amount");

    public string Printed => Say("原文", "As printed");

    public string TickMark => Say("核对标记", "Tick mark");

    public string Missing => Say("缺少", "Missing");

    public string Coverage => Say("核对范围", "Scope");

    public string Blocked => Say("无法核对的规则", "Rules that could not be assessed");

    public string Amounts => Say("表内金额个数", "Printed amounts");

    public string InOne => Say("至少参与一项核对", "In at least one relation");

    public string InTwo => Say("至少参与两项核对", "In at least two relations");

    public string Unchecked => Say("未能核对", "Unchecked");

    public string NotRead => Say("未能识别的表", "Tables not recognised");

    public string Diagnostics => Say("读取情况", "Reading");

    public string InDoubt => Say("读取存疑：请先核对原件", "Reading in doubt: look at the page first");

    public string Recomputed => Say("复算", "Recomputed");

    public string Place => Say("所在位置", "Place on the page");

    public string Of(DocumentLevel? level) => level switch
    {
        DocumentLevel.Department => Say("部门", "Department"),
        DocumentLevel.Unit => Say("单位", "Unit"),
        _ => "",
    };

    /// <summary>What one finding is called; "疑点 3".</summary>
    public string Finding(int? number = null) => number is { } which ? Say($"疑点 {which}", $"Finding {which}") : Say("疑点", "Finding");

    public string Of(DocumentKind? kind) => kind switch
    {
        DocumentKind.Budget => Say("预算", "Budget"),
        DocumentKind.FinalAccounts => Say("决算", "Final accounts"),
        _ => Say("未知", "Unknown"),
    };

    public string Of(Severity severity) => severity switch
    {
        Contract.Text.Severity.Error => Say("错误", "Error"),
        Contract.Text.Severity.Warning => Say("存疑", "Warning"),
        _ => Say("提示", "Info"),
    };

    public string Of(RowSide? side) => side switch
    {
        RowSide.Income => Say("收入", "Income"),
        RowSide.Expenditure => Say("支出", "Expenditure"),
        RowSide.Personnel => Say("人员经费", "Personnel"),
        RowSide.Operating => Say("公用经费", "Operating"),
        _ => "",
    };

    /// <summary>"2025-03-04 09:30:00 +08:00".</summary>
    public string Time(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone).ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);

    /// <summary>"2025-03-04", where whoever reads is.</summary>
    public string Day(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string Say(string chinese, string english) => language == Language.Chinese ? chinese : english;
}
