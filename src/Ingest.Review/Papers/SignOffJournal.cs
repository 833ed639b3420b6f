using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ingest.Store;

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

    private readonly AppendedLines _file = new(path);

    /// <exception cref="IOException">The file cannot be written; nothing is signed.</exception>
    public void Append(SignOff signature) => _file.Append(JsonSerializer.Serialize(signature, _format));

    /// <summary>Those of a document, oldest first; lines that are none are left out.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public IReadOnlyList<SignOff> Of(string sha256) => [.. All().Where(signature => signature.Body is null && signature.Sha256 == sha256)];

    /// <summary>Those of a body and year together, oldest first.</summary>
    public IReadOnlyList<SignOff> Of(string body, int? year) => [.. All().Where(signature => signature.Body == body && signature.Year == year)];

    public IReadOnlyList<SignOff> All() => [.. _file.Read().Select(Parse).OfType<SignOff>()];

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
}
