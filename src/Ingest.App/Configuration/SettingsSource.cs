using System.Text;
using System.Text.Json;
using Ingest.Contract.Text;
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
        if (file is not null && !File.Exists(path))
            throw new SettingsException(new Phrase($"{path} 不存在。请检查拼写，或去掉 --config。", $"{path} does not exist. Check the spelling, or leave out --config."));
        return (Bind(Sources(path, arguments), path), Path.GetDirectoryName(path)!);
    }

    /// <summary>The language that the settings ask for, as far as they can be understood: what is wrong with them is said in it.</summary>
    public static Language LanguageOf(string? file, IReadOnlyList<string> arguments)
    {
        try
        {
            ConfigurationBuilder builder = Sources(Path.GetFullPath(file ?? FileName), arguments);
            return builder.Build()["language"] == "en" ? Language.English : Language.Chinese;
        }
        catch (Exception error) when (error is SettingsException or JsonException or FormatException)
        {
            return Language.Chinese;
        }
    }

    private static ConfigurationBuilder Sources(string path, IReadOnlyList<string> arguments)
    {
        var builder = new ConfigurationBuilder();
        if (File.Exists(path) && Read(path) is { } json)
            builder.AddJsonStream(json);
        builder.AddEnvironmentVariables(Prefix).AddCommandLine([.. arguments]);
        return builder;
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
            throw new SettingsException(new Phrase($"无法读取 {path}：{error.Message}", $"{path} cannot be read: {error.Message}"));
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
            string problem = error.Message.Split(" LineNumber:")[0];
            throw new SettingsException(new Phrase($"{path} 第 {error.LineNumber + 1} 行不是 JSON：{problem}", $"{path}, line {error.LineNumber + 1}, is not JSON: {problem}"));
        }
        catch (FormatException error)
        {
            throw new SettingsException(new Phrase($"{path} 无法使用：{error.Message}", $"{path} cannot be used: {error.Message}"));
        }

        var binder = new SettingsBinder((key, shown) => Origin(root, key, shown, path));
        var settings = new Settings();
        binder.Bind(root, settings);
        return binder.Problems.Count == 0 ? settings : throw new SettingsException(binder.Problems);
    }

    /// <summary>What a person has to look at to change a value.</summary>
    private static Phrase Origin(IConfigurationRoot root, string key, string shown, string path)
    {
        IConfigurationProvider? provider = root.Providers.LastOrDefault(provider => provider.TryGet(key, out _));
        return provider switch
        {
            EnvironmentVariablesConfigurationProvider => new Phrase("环境变量 ", "Environment variable ") + Phrase.Same(Prefix + shown.Replace(":", "__", StringComparison.Ordinal)),
            CommandLineConfigurationProvider => new Phrase("参数 --", "Argument --") + Phrase.Same(shown),
            _ => new Phrase($"{Path.GetFileName(path)}：", $"{Path.GetFileName(path)}: ") + Phrase.Same(shown.Replace(':', '.')),
        };
    }
}
