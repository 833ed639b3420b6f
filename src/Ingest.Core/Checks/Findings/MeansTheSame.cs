using System.Globalization;
using System.Text.RegularExpressions;
using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Figures;
using Ingest.Core.Checks.Rules;

namespace Ingest.Core.Checks.Findings;

/// <summary>
/// Tables that are compared with each other, or with sentences, are of one year, one body and one scope. (Units are
/// settled before: between tables an amount without a unit is not compared at all.)
/// </summary>
internal sealed partial class MeansTheSame(FigureIndex index) : ICondition
{
    private const string OwnLevel = "本级";

    public Objection? ObjectTo(Charge charge)
    {
        bool compares = charge.Tables.Length > 1 || charge.Figures.Any(figure => figure.Row is null);
        return charge.Relations.IsEmpty || !compares ? null : charge.Tables.Select(Differs).FirstOrDefault(objection => objection is not null);
    }

    private Objection? Differs(IndexedStatement table)
    {
        if (index.Document.Identity.FiscalYear is { } year && YearOf(table.Source.Title) is { } printed && printed != year)
            return Object(Wording.Of(table) + new Phrase($"的表题写的是 {printed} 年，本文件为 {year} 年，年度可能不同", $" is headed {printed} in a document of {year}; the years may differ"));
        if (index.Document.Identity.Department is not { Length: > 0 } body || table.Source.Department is not { Length: > 0 } named)
            return null;
        if (!Names.IsSameBody(body, named))
            return Object(Wording.Of(table) + new Phrase($"的编制单位为“{named}”，与“{body}”不同，主体可能不同", $" is of “{named}”, the document of “{body}”; the bodies may differ"));
        return named.Contains(OwnLevel, StringComparison.Ordinal) != body.Contains(OwnLevel, StringComparison.Ordinal) && IsMixed()
            ? Object(Wording.Of(table) + new Phrase($"的编制单位为“{named}”，其他表不是本级口径，口径可能不同", $" is of “{named}”, other tables are not of that level alone; the scopes may differ"))
            : null;
    }

    /// <summary>A cover without 本级 is the usual short form; tables that differ among themselves are not.</summary>
    private bool IsMixed() => index.Document.Statements.Select(statement => statement.Department).OfType<string>()
        .Select(named => named.Contains(OwnLevel, StringComparison.Ordinal)).Distinct().Count() > 1;

    private static Objection Object(Phrase reason) => new(ReservationKind.Meaning, Severity.Warning, reason);

    private static int? YearOf(string title) =>
        Year().Match(title) is { Success: true } match ? int.Parse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex("(?<![0-9])(20[0-9]{2})年", RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
