using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;

namespace Ingest.App.Configuration;

/// <summary>
/// Where settings come from, the later overriding the earlier: <c>pipeline.json</c>, environment variables
/// <c>INGEST__WATCH__POLL</c>, arguments <c>--watch:poll=00:00:30</c>.
/// </summary>
internal static class SettingsSource
{
    public const string FileName = "pipeline.json";

    private const string Prefix = "INGEST__";

    /// <param name="file">Named on the command line; null for <c>pipeline.json</c> in the current folder, if there is one.</param>
    /// <param name="arguments">In the form <c>--watch:poll=00:00:30</c>.</param>
    /// <exception cref="SettingsException">Says everything that is wrong.</exception>
    public static (Settings Settings, string Root) Load(string? file, IReadOnlyList<string> arguments)
    {
        string path = Path.GetFullPath(file ?? FileName);
        bool there = File.Exists(path);
        if (file is not null && !there)
            throw new SettingsException([$"{path} does not exist. Check the spelling, or leave out --config."]);

        var builder = new ConfigurationBuilder();
        if (there && Read(path) is { } json)
            builder.AddJsonStream(json);
        builder.AddEnvironmentVariables(Prefix).AddCommandLine([.. arguments]);
        return (Bind(builder, path), Path.GetDirectoryName(path)!);
    }

    /// <summary>Null for an empty file, which means that everything has its default.</summary>
    private static MemoryStream? Read(string path)
    {
        try
        {
            string text = File.ReadAllText(path, Encoding.UTF8);
            return string.IsNullOrWhiteSpace(text) ? null : new MemoryStream(Encoding.UTF8.GetBytes(text));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException([$"{path} cannot be read: {error.Message}"]);
        }
    }

    private static Settings Bind(ConfigurationBuilder builder, string path)
    {
        IConfigurationRoot root;
        try
        {
            root = builder.Build();
        }
        catch (JsonException error)
        {
            throw new SettingsException([$"{path}, line {error.LineNumber + 1}, is not JSON: {error.Message.Split(" LineNumber:")[0]}"]);
        }
        catch (FormatException error)
        {
            throw new SettingsException([$"{path} cannot be used: {error.Message}"]);
        }

        var binder = new SettingsBinder((key, shown) => Origin(root, key, shown, path));
        var settings = new Settings();
        binder.Bind(root, settings);
        return binder.Problems.Count == 0 ? settings : throw new SettingsException(binder.Problems);
    }

    /// <summary>What a person has to look at to change a value.</summary>
    private static string Origin(IConfigurationRoot root, string key, string shown, string path)
    {
        IConfigurationProvider? provider = root.Providers.LastOrDefault(provider => provider.TryGet(key, out _));
        return provider switch
        {
            EnvironmentVariablesConfigurationProvider => $"Environment variable {Prefix}{shown.Replace(":", "__", StringComparison.Ordinal)}",
            CommandLineConfigurationProvider => $"Argument --{shown}",
            _ => $"{Path.GetFileName(path)}: {shown.Replace(':', '.')}",
        };
    }
}
