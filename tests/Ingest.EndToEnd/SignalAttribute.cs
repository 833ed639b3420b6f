using System.Globalization;
using System.Reflection;
using Xunit.Sdk;

namespace Ingest.EndToEnd;

/// <summary>
/// A row of a theory with the name of a signal; left out where whoever started the tests has it ignored, as nohup does with HUP and
/// a shell with INT in the background: programs that are started from there ignore it as well.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class SignalAttribute : DataAttribute
{
    /// <summary>Numbers of signal(7), the same on all processors that .NET runs on.</summary>
    private static readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal) { ["HUP"] = 1, ["INT"] = 2, ["TERM"] = 15 };

    public SignalAttribute(string name)
    {
        Name = name;
        if (IsIgnored(_numbers[name]))
            Skip = $"SIG{name} is ignored where the tests were started.";
    }

    public string Name { get; }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Name]];

    /// <summary>SigIgn of proc(5): a mask whose lowest bit is signal 1.</summary>
    private static bool IsIgnored(int signal)
    {
        const string Mask = "SigIgn:";
        if (!File.Exists("/proc/self/status"))
            return false;
        string line = File.ReadLines("/proc/self/status").Single(line => line.StartsWith(Mask, StringComparison.Ordinal));
        return (ulong.Parse(line.AsSpan(Mask.Length).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) >> (signal - 1) & 1) != 0;
    }
}
