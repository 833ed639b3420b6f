using System.Globalization;

namespace Ingest.EndToEnd;

/// <summary>A test of minutes: runs only when its environment variable says how large it is to be.</summary>
internal sealed class LongFactAttribute : FactAttribute
{
    public LongFactAttribute(string variable)
    {
        if (Size(variable) is null)
            Skip = $"Takes minutes; set {variable} to a number to run it (tests/README.md).";
    }

    public static int? Size(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int size) ? size : null;
}
