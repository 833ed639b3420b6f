using System.Security.Cryptography;
using Ingest.App.Files;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core;

namespace Ingest.App.Readers;

/// <summary>A file named on the command line, read whole into memory.</summary>
/// <param name="Name">Without folder.</param>
/// <param name="Problem">Why it could not be read; null when <paramref name="Bytes"/> are all there.</param>
internal sealed record InputFile(string Name, ReadOnlyMemory<byte> Bytes, Diagnostic? Problem)
{
    /// <summary>Never throws for what a disk can do; says it in <see cref="Problem"/>.</summary>
    public static async Task<InputFile> ReadAsync(string path, long limit, CancellationToken cancellation)
    {
        string name = Path.GetFileName(path);
        try
        {
            if (!NativeFiles.LeadsToRegular(path))
                return Failed(name, "no-regular-file", new Phrase($"{path} 是管道、套接字或设备，不是文件。请先存成文件。", $"{path} is a pipe, a socket or a device. Save it as a file first."));
            long length = new FileInfo(path).Length;
            if (length > limit)
                return Failed(name, "limit-file-bytes", new Phrase(
                    $"{path} 有 {length:N0} 字节，限额为 {limit:N0} 字节。如文件可信，请在 pipeline.json 中调高 limits.fileBytes，再用 ingest run 读取。",
                    $"{path} has {length:N0} bytes; the limit is {limit:N0}. If the file is genuine, raise limits.fileBytes in pipeline.json and read it with 'ingest run'."));
            return new InputFile(name, await File.ReadAllBytesAsync(path, cancellation), null);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return Failed(name, "file-missing", new Phrase($"{path} 不存在。请检查文件名和路径。", $"{path} does not exist. Check the spelling."));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Failed(name, "file-unreadable", new Phrase($"无法读取 {path}：{error.Message}", $"{path} cannot be read: {error.Message}"));
        }
    }

    /// <summary>What the pipeline makes of it; a file that could not be read is a document that says why.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public BudgetDocument Process(DocumentPipeline pipeline, ProcessingOptions options, CancellationToken cancellation) => Problem is null
        ? pipeline.Process(Name, Bytes, options, cancellation)
        : new BudgetDocument { Source = new SourceFile(Name, Convert.ToHexStringLower(SHA256.HashData(Bytes.Span)), Bytes.Length, 0, null, false), Diagnostics = [Problem] };

    private static InputFile Failed(string name, string code, Phrase message) =>
        new(name, ReadOnlyMemory<byte>.Empty, new Diagnostic(code, Severity.Error, message));
}
