using Ingest.App.Readers;
using Ingest.App.Words;
using Ingest.Contract.Text;
using Ingest.Store;
using Polly.CircuitBreaker;

namespace Ingest.App.Intake;

/// <summary>Which failures pass by themselves.</summary>
internal static class Faults
{
    /// <summary>True for what may work when it is tried again at once: sharing violations, a busy store, a full disk, a share that is gone.</summary>
    public static bool MayPass(Exception error) => error switch
    {
        StoreException store => store.IsTransient,
        FileNotFoundException or PathTooLongException => false,
        IOException => true,
        ReaderUnavailableException => true,
        _ => false,
    };

    /// <summary>Why something was put off, and what to do, for a person.</summary>
    public static Phrase Explain(Exception error) => error switch
    {
        StoreException store => Explain(store),
        BrokenCircuitException => new Phrase(
            "数据库或文件夹接连出错，暂停尝试；文件没有丢失，下次运行时再处理。",
            "The store or the folders failed repeatedly, and nothing is tried for now; no file is lost, the next run takes it up."),
        ReaderUnavailableException => new Phrase($"读取进程无法启动：{error.Message}", error.Message),
        _ => SystemProblem.Of(error),
    };

    /// <summary>What to do comes first; which file and why is in the store's own words.</summary>
    public static Phrase Explain(StoreException error)
    {
        string chinese = error.Failure switch
        {
            StoreFailure.Corrupt => "数据库文件已损坏，或不是本程序的数据库。请用备份恢复，或另指定文件。",
            StoreFailure.ReadOnly => "数据库无法写入。请检查文件及其文件夹的权限。",
            StoreFailure.NewerSchema => "数据库由更新版本的程序写成。请使用该版本，或另指定文件。",
            StoreFailure.DiskFull => "数据库所在磁盘已满。请腾出空间后继续，已有内容没有丢失。",
            StoreFailure.Gone => "数据库文件在使用中被删除。请恢复文件，或用 ingest rebuild 重新建立。",
            StoreFailure.Busy => "数据库正被另一个进程占用。请待其完成后重试。",
            _ => "数据库无法打开。请检查其文件夹是否存在、能否访问。",
        };
        return new Phrase($"{chinese}（{error.Message}）", error.Message);
    }

    /// <summary>What is put off to later rather than given up: whatever disks and stores do, and when nothing is tried for the moment.</summary>
    public static bool IsPutOff(Exception error) => MayPass(error) || error is IOException or UnauthorizedAccessException or BrokenCircuitException;
}
