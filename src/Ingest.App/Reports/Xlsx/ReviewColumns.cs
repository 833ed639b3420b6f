using System.Globalization;
using Ingest.Store;

namespace Ingest.App.Reports.Xlsx;

/// <summary>The hidden columns that a filled-in workbook is read back by.</summary>
internal static class ReviewColumns
{
    /// <summary>Heading of the column with the finding's fingerprint.</summary>
    public const string Fingerprint = "ingest:finding";

    /// <summary>Heading of the column that says which verdict the workbook shows.</summary>
    public const string Known = "ingest:verdict";

    /// <summary>Name of the workbook's property with the document's hash.</summary>
    public const string Document = "ingest:sha256";

    /// <summary>When the verdict that the workbook shows was given; "" for none. A later one in the store was not seen by whoever wrote in the workbook.</summary>
    public static string KnownOf(Verdict? verdict) => verdict?.At.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture) ?? "";
}
