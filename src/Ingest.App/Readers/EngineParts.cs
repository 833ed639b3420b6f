using Ingest.Contract.Grids;
using Ingest.Contract.Pages;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Witness;
using Ingest.Pdf;
using Ingest.Pdf.PdfPig.Reading;
using Ingest.Tables;

namespace Ingest.App.Readers;

/// <summary>
/// The readers and table finders by the names that settings and options use. Tabula, which not every feed serves, is in
/// the program only when it was built with its flag.
/// </summary>
internal static class EngineParts
{
    public const string BuiltIn = "builtin";
    public const string PdfPig = "pdfpig";
    public const string Tabula = "tabula";

    public const string Off = "off";
    public const string Accused = "accused";
    public const string Unchecked = "unchecked";

    private static readonly Dictionary<string, Func<ITableFinder>> _finderMakers = new(StringComparer.Ordinal)
    {
        [BuiltIn] = () => new TableFinder(),
#if WITH_TABULA
        [Tabula] = () => new Pdf.Tabula.TabulaTableFinder(),
#endif
    };

    public static IReadOnlyList<string> Readers { get; } = [BuiltIn, PdfPig];

    /// <summary>Every table finder there is, in this build or not.</summary>
    public static IReadOnlyList<string> Finders { get; } = [BuiltIn, Tabula];

    /// <summary>What the second reader may be asked about.</summary>
    public static IReadOnlyList<string> WitnessScopes { get; } = [Off, Accused, Unchecked];

    /// <summary>Why this program has no such part; null when it has.</summary>
    public static Phrase? Missing(string name) => name == Tabula && !_finderMakers.ContainsKey(Tabula) ? NotBuiltIn(Tabula, "WithTabula") : null;

    public static Phrase NotBuiltIn(string name, string flag) => new(
        $"本程序编译时未包含 {name}。请用 -p:{flag}=true 重新编译（见 README），或去掉该设置。",
        $"This program was built without '{name}'. Build it with -p:{flag}=true (see the README), or leave the setting out.");

    /// <summary>The second reader to a first one.</summary>
    public static string OtherThan(string reader) => Readers.First(other => other != reader);

    /// <summary>Null when the second reader is not to be asked.</summary>
    public static WitnessScope? Scope(string name) => name switch
    {
        Accused => WitnessScope.Accused,
        Unchecked => WitnessScope.Unchecked,
        _ => null,
    };

    /// <summary>A reader in this very process; <see cref="PdfReaders"/> has them as the program uses them.</summary>
    /// <param name="name">One of <see cref="Readers"/>.</param>
    public static IPdfReader Reader(string name) => name == PdfPig ? new PdfPigReader() : new BuiltInPdfReader();

    /// <param name="name">One of <see cref="Finders"/> that is not <see cref="Missing"/>.</param>
    public static ITableFinder Finder(string name) => _finderMakers[name]();
}
