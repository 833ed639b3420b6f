using System.CommandLine;
using Ingest.App.Composition;
using Ingest.App.Configuration;
using Ingest.App.Intake;
using Ingest.App.Words;
using Ingest.Contract.Text;
using Ingest.Store;

namespace Ingest.App.Cli;

/// <summary><c>ingest store copy</c>: everything into a store of another kind.</summary>
internal static class StoreCommand
{
    private enum Kind
    {
        LiteDb,
        Sqlite,
    }

    public static Command Create(CompositionOptions composition) => new("store", composition.Words.Say("与数据库文件有关的命令。", "Commands on the store's file."))
    {
        Copy(composition),
    };

    private static DrainingCommand Copy(CompositionOptions composition)
    {
        ReportWords words = composition.Words;
        var kind = new Option<Kind>("--to")
        {
            Description = words.Say("litedb 或 sqlite。", "Either litedb or sqlite."),
            HelpName = "KIND",
            Required = true,
            CustomParser = Choice.Parser<Kind>("--to", words),
        };
        var output = new Option<string?>("--output", "-o")
        {
            Description = words.Say("要写的文件，不得已存在；默认在原文件旁边，以种类为扩展名。", "File to write, which must not exist; by default beside the store's, with the kind as its extension."),
            HelpName = "FILE",
        };
        var command = new DrainingCommand("copy", words.Say(
            "把数据库的全部内容（文件、金额、疑点、复核结论、收文与日志）复制到另一种数据库，并逐份核对。原数据库不变。",
            "Copy everything (documents, facts, findings, verdicts, arrivals, journal) into a store of another kind, and compare the two document by document. The store itself is not changed.")) { kind, output };
        command.SetAction(composition.Action((arguments, place, cancellation) =>
        {
            string target = arguments.GetValue(output) is { } given
                ? Path.GetFullPath(given)
                : Path.ChangeExtension(place.Folders.StoreFile, Name(arguments.GetValue(kind)));
            return Task.FromResult(Run(place, Name(arguments.GetValue(kind)), target, arguments.InvocationConfiguration.Output, cancellation));
        }));
        return command;
    }

    private static string Name(Kind kind) => kind == Kind.Sqlite ? Stores.Sqlite : Stores.LiteDb;

    private static int Run(CompositionRoot place, string name, string target, TextWriter output, CancellationToken cancellation)
    {
        ReportWords words = place.Words;
        if (File.Exists(target))
            throw new SettingsException(new Phrase($"{target} 已存在，请用 -o 指定另一个文件。", $"{target} exists already. Name another file with -o."));
        if (FolderLock.IsTaken(place.Folders.Inbox))
            throw new SettingsException(new Phrase("收件箱正被监视，数据库会在复制中变化。请先停止监视。", "The inbox is being watched, and the store would change while it is copied. Stop the watcher first."));
        string unfinished = target + ".copying";
        StoreFiles.Delete(unfinished);
        int documents;
        List<Phrase> differences;
        using (IDocumentStore from = place.OpenExistingStoreAsItIs())
        using (IRestorableStore to = Stores.OpenAlone(name, unfinished, place.Settings.StoreBusyWait))
        {
            var copy = new StoreCopy(from, to);
            documents = copy.Run(cancellation);
            differences = [.. copy.Differences(cancellation)];
        }

        foreach (Phrase difference in differences)
            output.WriteLine(difference.In(words.Language));
        if (differences.Count > 0)
        {
            StoreFiles.Delete(unfinished);
            output.WriteLine(words.Say("副本与原数据库不一致，未保留。请确认没有其他命令在写入，再试一次。", "The copy is not the same as the store and was not kept. Make sure that no other command is writing, and try again."));
            return ExitCode.Failed;
        }

        StoreFiles.Move(unfinished, target);
        output.WriteLine(words.Say($"已复制并核对 {documents} 份文件：{target}", $"{documents} documents copied and compared: {target}"));
        output.WriteLine(words.Say(
            $"要改用它，请在 pipeline.json 中写 \"store\": \"{name}\", \"storeFile\": \"{target}\"。",
            $"To use it, write \"store\": \"{name}\", \"storeFile\": \"{target}\" in pipeline.json."));
        return ExitCode.Done;
    }
}
