using System.CommandLine;
using Ingest.App.Backup;
using Ingest.App.Composition;
using Ingest.App.Configuration;
using Ingest.App.Intake;
using Ingest.App.Words;
using Ingest.Contract.Text;

namespace Ingest.App.Cli;

/// <summary><c>ingest restore</c>: a backup in the place of the store.</summary>
internal static class RestoreCommand
{
    public static Command Create(CompositionOptions composition)
    {
        ReportWords words = composition.Words;
        var file = new Argument<string>("FILE") { Description = words.Say("ingest backup 写的备份文件。", "What 'ingest backup' has written.") };
        var force = new Option<bool>("--force") { Description = words.Say("数据库已有别的内容时也恢复；原数据库改名保留。", "Also where the store holds something else; it is kept under another name.") };
        var command = new DrainingCommand("restore", words.Say(
            "用备份恢复数据库和复核结论；备份读完并核对无误后才替换任何东西。",
            "Bring back store and verdicts from a backup, which is read and checked in full before anything is replaced.")) { file, force };
        command.SetAction(composition.Action((arguments, place, _) =>
        {
            string path = Path.GetFullPath(arguments.GetRequiredValue(file));
            TextWriter output = arguments.InvocationConfiguration.Output;
            if (!File.Exists(path))
                throw new SettingsException(new Phrase($"{path} 不存在，请检查拼写。", $"{path} does not exist. Check the spelling."));
            place.Folders.PrepareForReading();
            try
            {
                using FolderLock? inbox = Directory.Exists(place.Folders.Inbox) ? FolderLock.Take(place.Folders.Inbox) : null;
                Restored restored = new BackupRestore(place.Settings.Store, place.Folders.StoreFile, place.Verdicts, place.Settings.StoreBusyWait).Run(BackupFile.Open(path), arguments.GetValue(force));
                output.WriteLine(restored.WasTheSame
                    ? words.Say("数据库与备份相同，未作改动。", "The store is the same as the backup; nothing was changed.")
                    : words.Say($"已恢复 {restored.Documents} 份文件、{restored.Verdicts} 项复核结论：{place.Folders.StoreFile}", $"{restored.Documents} documents and {restored.Verdicts} verdicts restored: {place.Folders.StoreFile}"));
                if (restored.KeptAs is { } kept)
                    output.WriteLine(words.Say($"原数据库改名为 {kept}", $"The store that was there is now called {kept}"));
                output.WriteLine(words.Say(
                    $"备份之后归档的文件，用 ingest run {place.Folders.Archive} 重新入库；ingest check --hashes 核对全部文件。",
                    $"What was archived since the backup is stored again by 'ingest run {place.Folders.Archive}'; 'ingest check --hashes' compares every file."));
                return Task.FromResult(ExitCode.Done);
            }
            catch (FolderInUseException error)
            {
                return Task.FromResult(Refuse(error.Text));
            }
            catch (BackupException error)
            {
                return Task.FromResult(Refuse(error.Text));
            }

            int Refuse(Phrase why)
            {
                arguments.InvocationConfiguration.Error.WriteLine(why.In(words.Language));
                return ExitCode.Failed;
            }
        }));
        return command;
    }
}
