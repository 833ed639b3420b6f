using System.CommandLine;
using System.Globalization;
using Ingest.App.Backup;
using Ingest.App.Composition;
using Ingest.App.Words;
using Ingest.Contract.Text;

namespace Ingest.App.Cli;

/// <summary><c>ingest backup</c>: the store and the verdicts in one file.</summary>
internal static class BackupCommand
{
    public static Command Create(CompositionOptions composition)
    {
        ReportWords words = composition.Words;
        var file = new Argument<string>("FILE") { Description = words.Say("要写的备份文件；已有的同名文件在新备份写好后才被替换。", "File to write; one of that name is replaced when the new one is whole.") };
        var command = new DrainingCommand("backup", words.Say(
            "把数据库和复核结论备份为一个文件，监视或处理进行中也可以。归档中的 PDF 不在其内，请另行备份该文件夹。",
            "Write the store and the verdicts to one file, also while a watcher or a run writes. The PDFs of the archive are not in it: keep a copy of that folder as well.")) { file };
        command.SetAction(composition.Query((arguments, place, store, output) =>
        {
            string path = Path.GetFullPath(arguments.GetRequiredValue(file));
            try
            {
                BackupManifest made = BackupFile.Write(path, place.Settings.Store, store, place.Verdicts, TimeProvider.System).Manifest;
                output.WriteLine(words.Say(
                    $"已备份 {made.Documents} 份文件、{made.Arrivals} 条收文、{made.Verdicts} 项复核结论，并已读回核对：{path}",
                    $"{made.Documents} documents, {made.Arrivals} arrivals and {made.Verdicts} verdicts written and read back: {path}"));
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{new FileInfo(path).Length:N0} B; store sha256 {made.Files[0].Sha256}"));
                return ExitCode.Done;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or BackupException)
            {
                Phrase why = error is BackupException told ? told.Text : Phrase.Same(error.Message);
                arguments.InvocationConfiguration.Error.WriteLine(words.Say($"备份没有写成：{why.Chinese}", $"The backup was not written: {why.English}"));
                return ExitCode.OutputFailed;
            }
        }));
        return command;
    }
}
