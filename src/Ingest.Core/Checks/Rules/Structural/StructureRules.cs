using Ingest.Contract.Text;
using Ingest.Core.Checks.Relations;

namespace Ingest.Core.Checks.Rules.Structural;

/// <summary>Names, codes, units and notes.</summary>
internal static class StructureRules
{
    public static readonly Rule[] All =
    [
        new SameBodyRule
        {
            Id = "STR-01", Class = RelationClass.Set,
            Sentence = new("封面与各表的编制部门一致", "cover and tables name the same body"),
        },
        new StatementOnceRule
        {
            Id = "STR-02", Class = RelationClass.Set, Ceiling = Severity.Warning,
            Sentence = new("各表只出现一次", "every table is there once"),
        },
        new ContentsRule
        {
            Id = "STR-02", Class = RelationClass.Set, Ceiling = Severity.Warning,
            Sentence = new("目录所列各表各部分均有，次序一致", "what the contents list is there, in their order"),
        },
        new BudgetYearRule
        {
            Id = "STR-03", Class = RelationClass.Set, Ceiling = Severity.Warning,
            Sentence = new("全文为同一预算年度", "one budget year throughout"),
        },
        new StatedUnitRule
        {
            Id = "STR-04", Class = RelationClass.Set, Ceiling = Severity.Warning,
            Sentence = new("各表写明单位，金额保留两位小数", "every table states its unit and prints two decimals"),
        },
        new CodeShapeRule
        {
            Id = "STR-05", Class = RelationClass.Set, Ceiling = Severity.Warning,
            Sentence = new("科目编码为类3位、款5位、项7位", "a code has 3, 5 or 7 digits"),
        },
        new ParentFirstRule
        {
            Id = "STR-05", Class = RelationClass.Set,
            Sentence = new("上级科目在下级之前", "a parent row precedes its children"),
        },
        new CodeOnceRule
        {
            Id = "STR-05", Class = RelationClass.Set,
            Sentence = new("同一表中科目不重复", "no code twice in one table"),
        },
        new StandardCodeRule
        {
            Id = "STR-14", Class = RelationClass.Set,
            Sentence = new("通用科目的编码与名称对应", "a subject of the national classification has its code"),
        },
        new OneNameRule
        {
            Id = "STR-06", Class = RelationClass.Set, Ceiling = Severity.Warning,
            Sentence = new("同一科目名称一致", "one name per code"),
        },
        new ColumnNumbersRule
        {
            Id = "STR-08", Class = RelationClass.Set, Ceiling = Severity.Info,
            Sentence = new("栏次连续", "column numbers are consecutive"),
        },
        new EmptyTableRule
        {
            Id = "STR-09", Class = RelationClass.Set,
            Sentence = new("空表有说明，说明与表相符", "an empty table says so, and names itself"),
        },
        new NoPhoneNumbersRule
        {
            Id = "STR-10", Class = RelationClass.Set, Ceiling = Severity.Warning,
            Sentence = new("电话号码与证件号不作金额", "telephone and id numbers are no amounts"),
        },
        new ListedOfficesRule
        {
            Id = "STR-12", Class = RelationClass.Count, Ceiling = Severity.Warning,
            Sentence = new("下设机构数与所列一致", "as many offices are listed as are counted"),
        },
        new EconomicSideRule
        {
            Id = "T06-side", Class = RelationClass.Set, Ceiling = Severity.Warning,
            Sentence = new("301、303 只列人员经费，302、307、310、399 只列公用经费", "301 and 303 are personnel only; 302, 307, 310 and 399 operating only"),
        },
        new ProjectNameRule
        {
            Id = "T07-name", Class = RelationClass.Set, Ceiling = Severity.Warning,
            Sentence = new("每个项目都有名称", "every project is named"),
        },
    ];
}
