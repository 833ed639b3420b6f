using System.CommandLine;
using Ingest.App.Composition;
using Ingest.App.Configuration;
using Ingest.App.Words;
using Ingest.Contract.Text;
using Ingest.Review.Safety;

namespace Ingest.App.Cli;

/// <summary><c>ingest reviewers</c>: who may sign in where the review page is served on a network.</summary>
internal static class ReviewersCommand
{
    public static Command Create(CompositionOptions composition)
    {
        ReportWords words = composition.Words;
        return new Command("reviewers", words.Say("管理复核网页在网络上提供时的复核人账户。", "Who may sign in where the review page is served on a network."))
        {
            Add(composition, words), Remove(composition, words), List(composition, words),
        };
    }

    private static Command Add(CompositionOptions composition, ReportWords words)
    {
        Argument<string> name = Name(words);
        var command = new Command("add", words.Say("新建复核人，或为其换口令；口令从标准输入读取。", "Make a reviewer, or give one another password, which is read from standard input.")) { name };
        command.SetAction(composition.Action(async (arguments, place, cancellation) =>
        {
            string who = arguments.GetRequiredValue(name);
            if (!SignIn.IsName(who))
                throw new SettingsException(new Phrase($"“{who}”不能作姓名：请用文字、数字和 . - _ @ ·，不超过 64 个字。", $"'{who}' cannot be a name: letters, digits and . - _ @ · only, 64 at most."));
            string password = await PasswordInput.ReadAsync(place.Words, arguments.InvocationConfiguration.Error, cancellation);
            if (password.Length < Reviewers.ShortestPassword)
                throw new SettingsException(new Phrase($"口令至少 {Reviewers.ShortestPassword} 个字符。", $"A password has {Reviewers.ShortestPassword} characters or more."));
            Directory.CreateDirectory(Path.GetDirectoryName(place.Folders.ReviewersFile)!);
            new Reviewers(place.Folders.ReviewersFile).Set(who, password);
            await arguments.InvocationConfiguration.Output.WriteLineAsync(place.Words.Say($"{who} 可以登录了（{place.Folders.ReviewersFile}）。", $"{who} can sign in now ({place.Folders.ReviewersFile})."));
            return ExitCode.Done;
        }));
        return command;
    }

    private static Command Remove(CompositionOptions composition, ReportWords words)
    {
        Argument<string> name = Name(words);
        var command = new Command("remove", words.Say("删除复核人；其结论保留。", "Remove a reviewer; the verdicts stay.")) { name };
        command.SetAction(composition.Action(async (arguments, place, _) =>
        {
            string who = arguments.GetRequiredValue(name);
            if (!new Reviewers(place.Folders.ReviewersFile).Remove(who))
                throw new SettingsException(new Phrase($"没有名为 {who} 的复核人。ingest reviewers list 可列出全部。", $"There is no reviewer {who}. 'ingest reviewers list' shows them."));
            await arguments.InvocationConfiguration.Output.WriteLineAsync(place.Words.Say($"{who} 不再能登录。", $"{who} cannot sign in any more."));
            return ExitCode.Done;
        }));
        return command;
    }

    private static Command List(CompositionOptions composition, ReportWords words)
    {
        var command = new Command("list", words.Say("列出复核人。", "List the reviewers."));
        command.SetAction(composition.Action(async (arguments, place, _) =>
        {
            foreach (string who in new Reviewers(place.Folders.ReviewersFile).Names)
                await arguments.InvocationConfiguration.Output.WriteLineAsync(who);
            return ExitCode.Done;
        }));
        return command;
    }

    private static Argument<string> Name(ReportWords words) => new("NAME") { Description = words.Say("姓名，写在其结论上。", "The name that verdicts carry.") };
}
