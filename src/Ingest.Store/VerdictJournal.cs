using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ingest.Store;

/// <summary>
/// Everything that reviewers said, in a text file that is only ever added to: one line of JSON each, on the
/// disk before the verdict counts. With it and the archive a store can be made anew.
/// </summary>
/// <param name="path">Its folder must exist; the file need not.</param>
public sealed class VerdictJournal(string path)
{
    private static readonly JsonSerializerOptions _format = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly AppendedLines _file = new(path);

    public string Path => path;

    /// <summary>Adds verdicts at the end. On the disk when it returns; what a failure leaves of a line is no verdict to whoever reads it.</summary>
    /// <exception cref="StoreException">The file cannot be written.</exception>
    public void Append(params ReadOnlySpan<StoredVerdict> verdicts)
    {
        try
        {
            _file.Append([.. verdicts.ToArray().Select(said => JsonSerializer.Serialize(JournalLine.Of(said), _format))]);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreFailure.Unreachable, $"The verdict cannot be written down in {path} ({error.Message}); nothing was changed.", error);
        }
    }

    /// <summary>All verdicts, oldest first; empty when there is no file.</summary>
    /// <param name="unreadable">Numbers of the lines that are none, from 1.</param>
    /// <exception cref="StoreException">The file cannot be read.</exception>
    public IReadOnlyList<StoredVerdict> Read(out IReadOnlyList<int> unreadable)
    {
        var verdicts = new List<StoredVerdict>();
        var bad = new List<int>();
        unreadable = bad;
        int number = 0;
        foreach (string text in Lines())
        {
            number++;
            if (Parse(text) is { } said)
                verdicts.Add(said);
            else
                bad.Add(number);
        }

        return verdicts;
    }

    /// <summary>The last line; null when there is none, or it was cut off.</summary>
    /// <exception cref="StoreException">The file cannot be read.</exception>
    public StoredVerdict? Last() => Lines() is [.., var line] ? Parse(line) : null;

    private IReadOnlyList<string> Lines()
    {
        try
        {
            return _file.Read();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreFailure.Unreachable, $"The verdicts in {path} cannot be read ({error.Message}).", error);
        }
    }

    private static StoredVerdict? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<JournalLine>(text, _format)?.Said;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record JournalLine(string Sha256, string Fingerprint, VerdictStatus Status, string Who, DateTimeOffset At, string? Note = null)
    {
        [JsonIgnore]
        public StoredVerdict Said => new(Sha256, Fingerprint, new Verdict(Status, Note, Who, At));

        public static JournalLine Of(StoredVerdict said) => new(said.Sha256, said.Fingerprint, said.Verdict.Status, said.Verdict.Who, said.Verdict.At.ToUniversalTime(), said.Verdict.Note);
    }
}
