using System.Text.RegularExpressions;
using Ingest.Contract.Text;

namespace Ingest.App.Words;

/// <summary>What an operating system refuses, in words for a person: what happened, where, and what to do. Systems say it in their own language.</summary>
internal static partial class SystemProblem
{
    /// <summary>ENOSPC, and ERROR_DISK_FULL with its HRESULT.</summary>
    private static readonly HashSet<int> _full = [28, 112, unchecked((int)0x80070070)];

    /// <summary>EPIPE, and ERROR_BROKEN_PIPE.</summary>
    private static readonly HashSet<int> _pipe = [32, unchecked((int)0x8007006D)];

    public static Phrase Of(Exception error)
    {
        string place = Quoted().Match(error.Message) is { Success: true } quoted ? quoted.Groups[1].Value : "";
        string chinese = place.Length == 0 ? "" : $"：{place}", english = place.Length == 0 ? "" : $": {place}";
        return error switch
        {
            UnauthorizedAccessException => new Phrase($"没有权限读写{chinese}。请检查该文件及其文件夹的权限，或换一个位置。", $"Access is denied{english}. Check the permissions of the file and its folder, or use another place."),
            FileNotFoundException => new Phrase($"文件不存在{chinese}。请检查拼写。", $"The file does not exist{english}. Check the spelling."),
            DirectoryNotFoundException => new Phrase($"文件夹不存在{chinese}。请检查拼写，或先建立该文件夹。", $"The folder does not exist{english}. Check the spelling, or make it first."),
            PathTooLongException => new Phrase($"路径过长{chinese}。请换一个较短的位置或名称。", $"The path is too long{english}. Use a shorter place or name."),
            IOException io when _full.Contains(io.HResult) => new Phrase($"磁盘已满{chinese}。请腾出空间后再运行一次。", $"The disk is full{english}. Make room and run it again."),
            IOException io when _pipe.Contains(io.HResult) => new Phrase("读取输出的程序已经结束，输出未写完。", "The program that reads the output has ended; the rest was not written."),
            _ => new Phrase($"读写失败：{error.Message}", $"Reading or writing failed: {error.Message}"),
        };
    }

    [GeneratedRegex("'([^']+)'", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
