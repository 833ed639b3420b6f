using Ingest.Contract.Pages;
using Ingest.Contract.Text;
using Ingest.Pdf.Diagnosis;
using Ingest.Pdf.Limits;
using Ingest.Pdf.PdfPig.Diagnosis;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Ingest.Pdf.PdfPig.Reading;

/// <summary>
/// Reads with UglyToad.PdfPig, which parses files, fonts and content; what is covered, doubled or a line is
/// decided as for the built-in reader.
/// </summary>
/// <remarks>
/// PdfPig cannot be interrupted within an object, a filter or the parsing of a content stream: limits and
/// cancellation take hold between them.
/// </remarks>
public sealed class PdfPigReader : IPdfReader
{
    private const int HeaderWithin = 1024;

    private static readonly string _version = typeof(PdfDocument).Assembly.GetName().Version?.ToString(3) ?? "unknown";

    public string Id => $"pdfpig-{_version}";

    /// <inheritdoc/>
    public IPdfDocument Open(ReadOnlyMemory<byte> file, ReadingOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Open(file, options, static (document, budget, log) => new PdfPigDocument(document, budget, log), cancellation);
    }

    /// <summary>Opens a file for whatever follows its pages.</summary>
    /// <exception cref="PdfReadException">It cannot be read; says why.</exception>
    internal static T Open<T>(ReadOnlyMemory<byte> file, ReadingOptions options, Func<PdfDocument, ReadingBudget, PigLog, T> make, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        FileRefusals.ThrowIfHopeless(file, options.Limits);
        if (file.Span[..Math.Min(file.Length, HeaderWithin)].IndexOf("%PDF-"u8) < 0)
            throw FileRefusals.NotPdf();
        var budget = new ReadingBudget(options, cancellation);
        var log = new PigLog();
        try
        {
            return Open(file, options, budget, log, make);
        }
        catch (PdfDocumentEncryptedException locked)
        {
            throw Explain(locked, options.Password);
        }
        catch (Exception damage) when (Damage.Is(damage))
        {
            Phrase quote = Damage.Quote(damage);
            throw new PdfReadException(ReadFailure.Damaged, new Phrase(
                $"文件开头是 PDF，但 PdfPig 无法读取{quote.Chinese}。请改用内置阅读器，或从来源处重新获取。",
                $"The file begins like a PDF but PdfPig cannot read it{quote.English}. Use the built-in reader, or get the file again from its source."), damage);
        }
        catch (Exception error) when (Damage.IsCancellation(error))
        {
            throw new OperationCanceledException(error.Message, error, cancellation);
        }
        catch (Exception error) when (Damage.FindLimit(error) is { } limit)
        {
            throw new PdfReadException(ReadFailure.LimitExceeded, limit.Text, error);
        }
        finally
        {
            budget.Leave();
        }
    }

    private static T Open<T>(ReadOnlyMemory<byte> file, ReadingOptions options, ReadingBudget budget, PigLog log, Func<PdfDocument, ReadingBudget, PigLog, T> make)
    {
        PdfDocument opened = PdfDocument.Open(file, new ParsingOptions
        {
            UseLenientParsing = true,
            // A font or form that is missing is to be told, not passed over.
            SkipMissingFonts = false,
            Passwords = string.IsNullOrEmpty(options.Password) ? [""] : ["", options.Password],
            FilterProvider = new BoundedFilters(budget, log),
            Logger = log,
        });
        try
        {
            budget.Look();
            return make(opened, budget, log);
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    // PdfPig has one exception for all of encryption; only its words tell a wrong password from the rest.
    private static PdfReadException Explain(PdfDocumentEncryptedException locked, string? password) =>
        locked.Message.Contains("none of the provided passwords", StringComparison.Ordinal)
            ? FileRefusals.Locked(passwordGiven: !string.IsNullOrEmpty(password))
            : FileRefusals.UnknownEncryption(Damage.Quote(locked));
}
