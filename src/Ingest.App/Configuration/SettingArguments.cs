using System.Text.RegularExpressions;

namespace Ingest.App.Configuration;

/// <summary>
/// Tells settings on the command line (<c>--watch:poll=00:00:30</c>, always with a group before the colon
/// or an equals sign after a top-level key of <see cref="Settings"/>) from options of a command. Reader,
/// tables and language are options of every command.
/// </summary>
internal static partial class SettingArguments
{
    public static (string[] Settings, string[] Others) Split(IReadOnlyList<string> arguments)
    {
        ILookup<bool, string> parts = arguments.TakeWhile(argument => argument != "--").ToLookup(argument => Setting().IsMatch(argument));
        return ([.. parts[true]], [.. parts[false], .. arguments.SkipWhile(argument => argument != "--")]);
    }

    [GeneratedRegex("^--([A-Za-z]+:[A-Za-z:0-9]+|store|storeFile|storeBusyWait|verdictFile|secondOpinion|showContacts|layouts:[0-9]+|passwords:[0-9]+)=", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Setting();
}
