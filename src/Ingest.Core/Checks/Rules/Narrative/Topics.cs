using Ingest.Contract.Documents;

namespace Ingest.Core.Checks.Rules.Narrative;

/// <summary>Tells a section's topic from its heading, or from the headings above it.</summary>
internal static class Topics
{
    /// <summary>In this order: 财政拨款“三公”经费 is about the expenses, not about all fiscal money.</summary>
    private static readonly (Topic Topic, string[] Words)[] _byWords =
    [
        (Topic.OfficialExpenses, ["三公"]),
        (Topic.AgencyOperating, ["运行经费"]),
        (Topic.Procurement, ["政府采购"]),
        (Topic.Assets, ["国有资产", "资产占"]),
        (Topic.Performance, ["绩效"]),
        (Topic.Carryover, ["结转结余"]),
        (Topic.StateCapital, ["国有资本"]),
        (Topic.GovernmentFund, ["政府性基金"]),
        (Topic.Basic, ["基本支出"]),
        (Topic.Projects, ["项目支出"]),
        (Topic.General, ["一般公共预算"]),
        (Topic.Fiscal, ["财政拨款收支", "财政拨款收入支出"]),
        (Topic.FiscalExpenditure, ["财政拨款支出"]),
        (Topic.Overall, ["收支预算", "收入支出预算", "收入支出决算总", "收支总", "收支决算"]),
        (Topic.Income, ["收入预算", "收入决算"]),
        (Topic.Expenditure, ["支出预算", "支出决算"]),
        (Topic.Preparation, ["编制说明"]),
        (Topic.Body, ["机构设置", "人员情况", "机构情况"]),
    ];

    /// <summary>In a section of many matters: what a sentence's own subject is about.</summary>
    private static readonly (Topic Topic, string Word)[] _bySubject =
    [
        (Topic.OfficialExpenses, "三公"), (Topic.Procurement, "政府采购"), (Topic.AgencyOperating, "机关运行经费"), (Topic.Assets, "车辆"),
    ];

    /// <summary>The topic of the section, or where that says none the one that the subject names.</summary>
    public static Topic Of(Topic section, NarrativeFact fact)
    {
        if (section != Topic.Other || fact.Subject.IsEmpty)
            return section;
        foreach ((Topic topic, string word) in _bySubject)
            if (fact.Subject[0].Contains(word, StringComparison.Ordinal))
                return topic;
        return section;
    }

    /// <param name="headings">From the outermost to the section's own.</param>
    /// <returns>The topic, and the section whose heading says it; the section's own where none does.</returns>
    public static (Topic Topic, NarrativeSection Chapter) Of(IReadOnlyList<NarrativeSection> headings)
    {
        for (int i = headings.Count - 1; i >= 0; i--)
            foreach ((Topic topic, string[] words) in _byWords)
                if (words.Any(word => headings[i].Heading.Contains(word, StringComparison.Ordinal)))
                    return (topic, headings[i]);
        return (Topic.Other, headings[^1]);
    }
}
