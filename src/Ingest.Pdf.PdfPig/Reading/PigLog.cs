using Ingest.Contract.Text;
using Ingest.Pdf.PdfPig.Diagnosis;
using UglyToad.PdfPig.Logging;

namespace Ingest.Pdf.PdfPig.Reading;

/// <summary>What went wrong while PdfPig went on: its complaints, and streams that were not decoded whole.</summary>
internal sealed class PigLog : ILog
{
    private string? _first;
    private int _complaints;
    private int _damagedStreams;

    /// <summary>Everything since the last call.</summary>
    public IReadOnlyList<Diagnostic> Take(int? page)
    {
        List<Diagnostic> taken = [];
        if (_damagedStreams > 0)
            taken.Add(new Diagnostic("damaged-stream", Severity.Error, new Phrase(
                $"{_damagedStreams} 段压缩数据已损坏，只读取了其中可解的部分。请从来源处重新获取文件。",
                $"{_damagedStreams} compressed streams are damaged; only what could be decoded was read. Get the file again from its source."), page));
        if (_first is not null)
        {
            Phrase quote = Damage.Quote(_first);
            taken.Add(new Diagnostic("reader-complaint", Severity.Warning, new Phrase(
                $"阅读器遇到 {_complaints} 处不合规内容，读取结果可能不全{quote.Chinese}。",
                $"The reader stumbled {_complaints} times and went on; something may be missing{quote.English}."), page));
        }

        (_first, _complaints, _damagedStreams) = (null, 0, 0);
        return taken;
    }

    public void AddDamagedStream() => _damagedStreams++;

    public void Debug(string message)
    {
    }

    public void Debug(string message, Exception ex)
    {
    }

    /// <summary>Of no account: PdfPig warns of what it has put right, and of much that every file has.</summary>
    public void Warn(string message)
    {
    }

    public void Error(string message)
    {
        _first ??= message;
        _complaints++;
    }

    public void Error(string message, Exception ex) => Error($"{message} {ex.Message}");
}
