using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ingest.Contract.Documents;
using Ingest.Contract.Geometry;

namespace Ingest.Store;

/// <summary>
/// Every amount that reviewers have typed in place of a doubtful one, in a text file that is only ever added to: one line of JSON each.
/// Whenever a document is read, what was typed for it is put in; so it survives reprocessing and a store that is made anew. Safe
/// to use from several threads.
/// </summary>
/// <param name="path">Its folder must exist; the file need not.</param>
public sealed class CorrectionJournal(string path)
{
    private static readonly JsonSerializerOptions _format = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly AppendedLines _file = new(path);
    private readonly Lock _turn = new();
    private ILookup<string, FigureCorrection>? _known;
    private long _length;

    /// <summary>On the disk when it returns.</summary>
    /// <param name="sha256">Of the document.</param>
    /// <exception cref="StoreException">The file cannot be written; nothing was changed.</exception>
    public void Append(string sha256, FigureCorrection correction)
    {
        try
        {
            _file.Append(JsonSerializer.Serialize(CorrectionLine.Of(sha256, correction), _format));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreFailure.Unreachable, $"The correction cannot be written down in {path} ({error.Message}); nothing was changed.", error);
        }
    }

    /// <summary>What was typed for a document, oldest first; lines that are none are left out.</summary>
    /// <exception cref="StoreException">The file cannot be read.</exception>
    public ImmutableArray<FigureCorrection> Of(string sha256)
    {
        try
        {
            lock (_turn)
            {
                // It only grows, whichever process adds to it.
                if (_file.Length is var length && (_known is null || length != _length))
                    (_length, _known) = (length, _file.Read().Select(Parse).OfType<CorrectionLine>().ToLookup(line => line.Sha256, line => line.Correction, StringComparer.Ordinal));
                return [.. _known[sha256]];
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreFailure.Unreachable, $"The corrections in {path} cannot be read ({error.Message}).", error);
        }
    }

    private static CorrectionLine? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<CorrectionLine>(text, _format) is { Box.Length: 4 } line ? line : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <param name="Box">Left, bottom, right, top.</param>
    private sealed record CorrectionLine(
        string Sha256, string Statement, RowSide? Side, string? Code, string? Name, string? Project, string? Column, int Occurrence, int Page, float[] Box,
        string Read, string Typed, string Who, DateTimeOffset At)
    {
        [JsonIgnore]
        public FigureCorrection Correction => new(
            new CellId(Statement, Side, Code, Name, Project, Column, Occurrence), Page, new Box(Box[0], Box[1], Box[2], Box[3]), Read, Typed, Who, At);

        public static CorrectionLine Of(string sha256, FigureCorrection said) => new(
            sha256, said.Cell.Statement, said.Cell.Side, said.Cell.Code, said.Cell.Name, said.Cell.Project, said.Cell.Column, said.Cell.Occurrence,
            said.Page, [said.Box.Left, said.Box.Bottom, said.Box.Right, said.Box.Top], said.Read, said.Typed, said.Who, said.At.ToUniversalTime());
    }
}
