using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ingest.Review.Papers;

/// <summary>Signatures in a text file that is only ever added to: one line of JSON each, on the disk before it counts. Safe to use from several threads.</summary>
/// <param name="path">Its folder must exist; the file need not.</param>
public sealed class SignOffJournal(string path)
{
    private static readonly JsonSerializerOptions _format = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly Lock _turn = new();

    /// <exception cref="IOException">The file cannot be written; nothing is signed.</exception>
    public void Append(SignOff signature)
    {
        lock (_turn)
        {
            using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
            file.Seek(0, SeekOrigin.End);
            // A line that was cut off by a crash stays what it is, and nothing is written behind it on the same line.
            file.Write(Encoding.UTF8.GetBytes((IsTorn(file) ? "\n" : "") + JsonSerializer.Serialize(signature, _format) + "\n"));
            file.Flush(flushToDisk: true);
        }
    }

    /// <summary>Those of a document, oldest first; lines that are none are left out.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public IReadOnlyList<SignOff> Of(string sha256) => [.. All().Where(signature => signature.Body is null && signature.Sha256 == sha256)];

    /// <summary>Those of a body and year together, oldest first.</summary>
    public IReadOnlyList<SignOff> Of(string body, int? year) => [.. All().Where(signature => signature.Body == body && signature.Year == year)];

    public IReadOnlyList<SignOff> All()
    {
        lock (_turn)
            return File.Exists(path) ? [.. File.ReadLines(path, Encoding.UTF8).Select(Parse).OfType<SignOff>()] : [];
    }

    private static SignOff? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<SignOff>(line, _format) is { Lines.IsDefault: false } signature ? signature : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsTorn(FileStream file)
    {
        if (file.Length == 0)
            return false;
        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() != '\n';
    }
}
