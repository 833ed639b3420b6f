using System.Collections.Immutable;
using Ingest.Contract.Documents;

namespace Ingest.Core.Tests.Checks;

/// <summary>The rules over names, codes, units and notes.</summary>
internal static class StructureCases
{
    private static readonly BudgetDocument _named = Samples.Seed.Change("T03", table => table with { Department = "新疆维吾尔自治区数字化发展局（本级）" });

    private static readonly BudgetDocument _yearly = Samples.Seed.Change("T03", table => table with { Title = "2024年部门支出总体情况表" });

    /// <summary>The seed with a 目录: 第二部分, its eleven tables, 第三部分.</summary>
    private static readonly BudgetDocument _listed = Samples.Seed with
    {
        Contents =
        [
            new ContentsEntry("第二部分2024年部门预算公开表", 2, default, [4]),
            .. Samples.Seed.Statements.Select((table, i) => new ContentsEntry($"{i + 1}.{table.Title}", 2, default, [5 + i])),
            new ContentsEntry("第三部分2024年部门预算情况说明", 2, default, [20]),
        ],
    };

    /// <summary>The seed with the row ※ 1 2 … 12 of its T02.</summary>
    private static readonly BudgetDocument _numbered = Samples.Seed.Change("T02", table => table with
    {
        Columns = [.. table.Columns.Select((column, i) => column with { Number = i + 1 })],
    });

    public static readonly RuleCase[] All =
    [
        new("STR-01", _named, seed => seed.Change("T03", table => table with { Department = "新疆维吾尔自治区林业和草原局" })),
        new("STR-02", Samples.Seed, seed => seed with { Statements = seed.Statements.Add(seed.Statements[2]) }, "table twice"),
        new("STR-02", _listed, listed => listed with { Contents = listed.Contents.SetItem(5, listed.Contents[5] with { PrintedOn = [] }) }, "table missing"),
        new("STR-02", _listed, listed => listed with { Contents = listed.Contents.SetItem(12, listed.Contents[12] with { PrintedOn = [] }) }, "heading missing"),
        new("STR-02", _listed, listed => listed with { Contents = listed.Contents.RemoveAt(5) }, "table not listed"),
        new("STR-02", _listed, listed => listed with { Contents = listed.Contents.SetItem(5, listed.Contents[5] with { PrintedOn = [30] }) }, "order"),
        new("STR-03", _yearly, seed => seed.Change("T03", table => table with { Title = "2023年部门支出总体情况表" })),
        new("STR-03", _listed, listed => listed with { Contents = listed.Contents.SetItem(0, listed.Contents[0] with { Text = "第二部分2023年部门预算公开表" }) }, "contents"),
        new("STR-04", Samples.Seed, seed => seed.Change("T03", table => table with { Unit = null }), "unit"),
        new("STR-04", Samples.Seed, seed => seed.Print("T03", "2010301", "project", 375.001m), "decimals"),
        new("STR-05", Samples.Seed, seed => seed.Drop("T06", "302"), "parent"),
        new("STR-05", Samples.Seed, seed => seed.Repeat("T05", "2101103"), "code twice"),
        new("STR-05", Samples.Seed, seed => seed.Change("T06", table => table with
        {
            Rows = table.Rows.SetItem(2, table.Rows[2] with { Code = "3010" }),
        }), "shape"),
        new("STR-06", Samples.Seed, seed => seed.Change("T05", table => table with
        {
            Rows = table.Rows.SetItem(3, table.Rows[3] with { Name = "一般行政管理事务" }),
        })),
        new("STR-08", _numbered, numbered => numbered.Change("T02", table => table with
        {
            Columns = table.Columns.SetItem(4, table.Columns[4] with { Number = 6 }),
        }), "gap"),
        new("STR-08", _numbered, numbered => numbered.Change("T02", table => table with
        {
            Columns = table.Columns.SetItem(11, table.Columns[11] with { Number = null }),
        }), "no number"),
        new("STR-09", Samples.Seed, seed => seed.Change("T09", table => table with
        {
            EmptyNote = "没有使用政府性基金预算拨款安排的支出，政府性基金预算支出情况表为空表。",
        }), "another table"),
        new("STR-09", Samples.Seed, seed => seed.Change("T09", table => table with { EmptyNote = null }), "no note"),
        new("STR-09", Samples.Seed, seed => seed.Change("T09", table => table with { LeftInstruction = "没有支出的，仍保留该表格式" }), "instruction left"),
        new("STR-10", Samples.Seed, seed => seed.Print("T03", "2010301", "project", 13912345678m)),
        new("STR-12", Offices(count: 3), _ => Offices(count: 9)),
        new("STR-14", Samples.Seed, seed => seed.Change("T06", table =>
        {
            int at = table.IndexOf("30111");
            return table with { Rows = table.Rows.SetItem(at, table.Rows[at] with { Code = "30115" }) };
        }), "该科目的编码是 30111"),
        new("T06-side", Samples.Seed, seed => seed.Print("T06", "30101", "operating", 34.70m)),
        new("T07-name", Samples.Funds, WithoutFirstProject),
    ];

    private static BudgetDocument Offices(int count)
    {
        var number = new NarrativeFact
        {
            Kind = FactKind.Count, Subject = ["处室"], Value = count, Unit = "个", Text = $"{count}个", Page = 2, Box = default,
        };
        var names = new NarrativeFact
        {
            Kind = FactKind.Names, Subject = ["处室"], Names = ["办公室", "政策法规处", "规划建设处"], Text = "分别是", Page = 2, Box = default,
        };
        var sentence = new NarrativeSentence("下设处室", 2, default, [number, names], []);
        return Samples.Seed with { Narrative = [new NarrativeSection("二、机构设置", 2, 2, ImmutableArray.Create(sentence))] };
    }

    private static BudgetDocument WithoutFirstProject(BudgetDocument document) => document.Change("T07", table =>
    {
        int at = table.Rows.ToList().FindIndex(row => row.Project is not null);
        return table with { Rows = table.Rows.SetItem(at, table.Rows[at] with { Project = null }) };
    });
}
