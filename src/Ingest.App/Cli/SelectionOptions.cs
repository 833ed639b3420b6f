using System.CommandLine;
using System.Globalization;
using Ingest.App.Words;
using Ingest.Store;

namespace Ingest.App.Cli;

/// <summary>Options that select documents of the store.</summary>
internal sealed class SelectionOptions(ReportWords words)
{
    public Option<(int First, int Last)?> Year { get; } = new("--year")
    {
        Description = words.Say("只要这一年或这几年：2023 或 2021..2024。", "Only this year, or these years: 2023 or 2021..2024."),
        HelpName = "A..B",
        CustomParser = result =>
        {
            string[] ends = result.Tokens[0].Value.Split("..");
            if (ends.Length <= 2 && Number(ends[0]) is { } first && Number(ends[^1]) is { } last && first <= last)
                return (first, last);
            result.AddError(words.Say("--year 应为一个年份，或用 .. 连接的两个年份：2023 或 2021..2024。", "--year takes a year or two with .. between: 2023 or 2021..2024."));
            return null;
        },
    };

    public Option<string?> Body { get; } = new("--body") { Description = words.Say("只要名称含有此文字的部门。", "Only bodies whose name contains this."), HelpName = "NAME" };

    public Option<string?> Layout { get; } = new("--layout") { Description = words.Say("只要以此表式读出的文件。", "Only documents explained by this layout."), HelpName = "ID" };

    public void AddTo(Command command)
    {
        command.Options.Add(Year);
        command.Options.Add(Body);
        command.Options.Add(Layout);
    }

    public DocumentQuery Query(ParseResult arguments)
    {
        (int First, int Last)? years = arguments.GetValue(Year);
        return new DocumentQuery
        {
            FirstYear = years?.First,
            LastYear = years?.Last,
            Department = arguments.GetValue(Body),
            Layout = arguments.GetValue(Layout),
        };
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int year) ? year : null;
}
