using System.CommandLine;
using System.Globalization;
using Ingest.App.Composition;
using Ingest.App.Intake;
using Ingest.App.Watch;
using Ingest.App.Words;
using Ingest.Cluster;
using Ingest.Store;

namespace Ingest.App.Cli;

/// <summary><c>ingest status</c>: what came in, what became of it, what waits.</summary>
internal static class StatusCommand
{
    private const int ErrorsShown = 10;

    public static Command Create(CompositionOptions composition)
    {
        ReportWords words = composition.Words;
        Option<bool> json = JsonLines.Option(words);
        var command = new Command("status", words.Say(
            "显示收到了什么、结果如何，收件箱中还有什么，以及最近的错误。",
            "Show what came in and what became of it, what waits in the inbox, and the last errors.")) { json };
        command.SetAction(composition.Query((arguments, place, store, output) =>
        {
            Status status = Read(place, store);
            ClusterNow? cluster = place.Settings.Cluster.Broker is null ? null : AskCluster(place);
            if (cluster is not null)
                status = status with { Cluster = cluster };
            if (arguments.GetValue(json))
                JsonLines.Write(output, status);
            else
                Show(status, words, output);
            return ExitCode.Done;
        }));
        return command;
    }

    private static Status Read(CompositionRoot place, IDocumentStore store)
    {
        IReadOnlyDictionary<ArrivalState, int> counts = store.Counts();
        InboxContents inbox = Directory.Exists(place.Folders.Inbox) ? new InboxScanner(place.Folders.Inbox, place.Settings.Limits.FileBytes).Scan() : new InboxContents([], []);
        InboxFile[] files = [.. inbox.Files.Select(Judge)];
        bool watching = FolderLock.IsTaken(place.Folders.Inbox);
        return new Status(
            watching, watching ? WatchNote.Find(place.Folders.Processing) : null, counts.Values.Sum(), counts,
            files.Count(file => file.Left is null), [.. files.Where(file => file.Left is not null).Select(file => new LeftFile(file.RelativePath, file.Left!.Value.In(place.Words.Language)))],
            [.. inbox.Closed.Select(folder => new LeftFile(Path.GetRelativePath(place.Folders.Inbox, folder.Path), folder.Problem.In(place.Words.Language)))],
            [.. store.Arrivals(ArrivalState.Quarantined).TakeLast(ErrorsShown).Select(arrival => new LastError(arrival.Id, arrival.OriginalPath, arrival.Reason, arrival.Message))]);
    }

    private static ClusterNow AskCluster(CompositionRoot place)
    {
        try
        {
            return new ClusterNow(ClusterClient.StateAsync(place.Cluster, TimeProvider.System, CancellationToken.None).GetAwaiter().GetResult(), null);
        }
        catch (ClusterException error)
        {
            return new ClusterNow(null, error.Message);
        }
    }

    private static InboxFile Judge(InboxFile file) => file.Left is null && !file.IsNamedPdf && PdfSignature.OfFile(file) == PdfShape.Other
        ? file with { Left = SettleTracker.NotPdf }
        : file;

    private static void Show(Status status, ReportWords words, TextWriter output)
    {
        output.WriteLine(status.Watching ? words.Say("正在监视收件箱。", "The inbox is being watched.") : words.Say("没有进程在监视收件箱。", "No process watches the inbox."));
        if (status.Watch is { } note)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{words.Say("最近一次活动", "Last sign of life")}: {words.Time(note.At)}; ") + (note.Waiting == 0
                ? words.Say("没有文件在等待", "no file waits")
                : string.Create(CultureInfo.InvariantCulture, $"{words.Say("等待处理的文件", "files to be read and filed")}: {note.Waiting}, {words.Say("最久已等", "the longest for")} {TimeSpan.FromSeconds((long)note.LongestWait.TotalSeconds)}")));
        output.WriteLine(words.Say("收到 ", "Came in: ") + status.CameIn + " = " + string.Join(" + ", status.States.Select(state => $"{Word(state.Key, words)} {state.Value}")));
        output.WriteLine(words.Say($"收件箱中待取 {status.Waiting}，不取 {status.Left.Count}", $"In the inbox: {status.Waiting} waiting, {status.Left.Count} left there"));
        if (status.Cluster is { State: { } cluster })
            ShowCluster(cluster, words, output);
        else if (status.Cluster is { Problem: var problem })
            output.WriteLine(words.Say($"集群：{problem}", $"Cluster: {problem}"));
        foreach (LeftFile file in status.Left)
            output.WriteLine($"  {file.Path}: {file.Reason}");
        if (status.Closed.Count > 0)
            output.WriteLine(words.Say("无法进入的文件夹，其中的文件尚未收取：", "Folders that cannot be looked into; what is in them waits:"));
        foreach (LeftFile folder in status.Closed)
            output.WriteLine($"  {folder.Path}: {folder.Reason}");
        if (status.LastErrors.Count > 0)
            output.WriteLine(words.Say("最近的错误：", "Last errors:"));
        foreach (LastError error in status.LastErrors)
            output.WriteLine($"  #{error.Arrival} {error.Path}: {error.Reason} — {error.Message}");
    }

    private static void ShowCluster(ClusterState cluster, ReportWords words, TextWriter output)
    {
        int rate = cluster.Workers.Sum(worker => worker.PerMinute);
        output.WriteLine(words.Say(
            $"集群：工作进程 {cluster.Consumers} 个，队列中 {cluster.Waiting} 份文件，最近一分钟读取 {rate} 份",
            $"Cluster: {Plural.Of(cluster.Consumers, "worker")}, {Plural.Of(cluster.Waiting, "document")} in the queue, {rate} read in the last minute"));
        foreach (WorkerState worker in cluster.Workers)
            output.WriteLine("  " + worker.Name + words.Say(
                $"：读取进程 {worker.Readers} 个，已读 {worker.Read} 份，最近一分钟 {worker.PerMinute} 份",
                $": {Plural.Of(worker.Readers, "reader")}, {worker.Read} read since its start, {worker.PerMinute} in the last minute"));
    }

    public static string Word(ArrivalState state, ReportWords words) => state switch
    {
        ArrivalState.Claimed => words.Say("已认领", "claimed"),
        ArrivalState.Stored => words.Say("已入库", "stored"),
        ArrivalState.Duplicate => words.Say("重复", "duplicate"),
        ArrivalState.Quarantined => words.Say("隔离", "quarantined"),
        _ => words.Say("撤回", "withdrawn"),
    };

    private sealed record Status(
        bool Watching, WatchNote? Watch, int CameIn, IReadOnlyDictionary<ArrivalState, int> States, int Waiting, IReadOnlyList<LeftFile> Left, IReadOnlyList<LeftFile> Closed, IReadOnlyList<LastError> LastErrors)
    {
        /// <summary>Null where the settings name none.</summary>
        public ClusterNow? Cluster { get; init; }
    }

    /// <summary>The queue and its workers, or why nothing is known of them.</summary>
    private sealed record ClusterNow(ClusterState? State, string? Problem);

    /// <summary>A file or folder.</summary>
    private sealed record LeftFile(string Path, string Reason);

    private sealed record LastError(long Arrival, string Path, string? Reason, string? Message);
}
