namespace Ingest.Review.Findings;

/// <summary>Names a finding: the document and the print within it.</summary>
public readonly record struct FindingId(string Sha256, string Fingerprint)
{
    /// <summary>As forms carry it: <c>hash/print</c>.</summary>
    public override string ToString() => $"{Sha256}/{Fingerprint}";

    /// <summary>Null for what names no finding.</summary>
    public static FindingId? Parse(string? text) =>
        text?.Split('/') is [var sha256, var print] && sha256.Length == 64 && sha256.All(char.IsAsciiHexDigitLower) && print.Length is > 0 and <= 32 && print.All(IsOfPrint)
            ? new FindingId(sha256, print)
            : null;

    private static bool IsOfPrint(char letter) => char.IsAsciiHexDigitLower(letter) || letter == '-';
}
