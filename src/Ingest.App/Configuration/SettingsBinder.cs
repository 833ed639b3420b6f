using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Ingest.Contract.Text;
using Microsoft.Extensions.Configuration;

namespace Ingest.App.Configuration;

/// <summary>
/// Fills settings from configuration and collects what is wrong: unknown keys with the nearest known one,
/// values of the wrong type, values out of range.
/// </summary>
/// <param name="origin">Names the place where a value was set: the key of the value, the key to show.</param>
internal sealed class SettingsBinder(Func<string, string, Phrase> origin)
{
    private readonly List<Phrase> _problems = [];

    public IReadOnlyList<Phrase> Problems => _problems;

    public void Bind(IConfiguration section, object target)
    {
        PropertyInfo[] properties = target.GetType().GetProperties();
        foreach (IConfigurationSection child in section.GetChildren())
        {
            PropertyInfo? property = properties.FirstOrDefault(property => property.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase));
            if (property is not null)
                Set(child, target, property);
            else if (child.Path != "$schema")
                Refuse(child, new Phrase("不是已知的设置：", "is not a known setting: ") + Suggestion(child.Key, properties));
        }
    }

    private void Set(IConfigurationSection section, object target, PropertyInfo property)
    {
        if (property.PropertyType == typeof(string[]))
            SetList(section, target, property);
        else if (property.PropertyType.Namespace == typeof(Settings).Namespace)
            SetGroup(section, property.GetValue(target)!);
        else if (section.GetChildren().Any())
            Refuse(section, new Phrase($"应为{Expected(property.PropertyType).Chinese}，而不是一组设置", $"takes {Expected(property.PropertyType).English}, not a group"));
        else if (Parse(section.Value ?? "", property.PropertyType) is { } value)
            SetChecked(section, target, property, value);
        else
            Refuse(section, new Phrase($"为“{section.Value}”，但应为{Expected(property.PropertyType).Chinese}", $"is '{section.Value}', but takes {Expected(property.PropertyType).English}"));
    }

    private void SetGroup(IConfigurationSection section, object group)
    {
        if (!string.IsNullOrEmpty(section.Value))
            Refuse(section, new Phrase("应为花括号中的一组设置，而不是单个值", "takes a group of settings in braces, not a single value"));
        else
            Bind(section, group);
    }

    private void SetList(IConfigurationSection section, object target, PropertyInfo property)
    {
        if (!string.IsNullOrEmpty(section.Value) || section.GetChildren().Any(child => child.Value is null || !int.TryParse(child.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
        {
            Refuse(section, new Phrase("应为方括号中的一列文字", "takes a list of texts in square brackets"));
            return;
        }

        string[] items = [.. section.GetChildren().Select(child => child.Value!)];
        if (items.All(item => Check(section, property, item)))
            property.SetValue(target, items);
    }

    private void SetChecked(IConfigurationSection section, object target, PropertyInfo property, object value)
    {
        if (Check(section, property, value))
            property.SetValue(target, value);
    }

    private bool Check(IConfigurationSection section, PropertyInfo property, object value)
    {
        if (property.GetCustomAttribute<AllowedValuesAttribute>() is { } allowed && !allowed.Values.Contains(value))
            return Refuse(section, new Phrase($"为“{value}”，但本程序只认 {string.Join("、", allowed.Values)}", $"is '{value}', but this program knows only {string.Join(", ", allowed.Values)}"));
        if (property.GetCustomAttribute<RangeAttribute>() is { } range && !range.IsValid(value))
            return Refuse(section, new Phrase($"为“{value}”，但应在 {Shown(range.Minimum)} 与 {Shown(range.Maximum)} 之间", $"is '{value}', but must lie between {Shown(range.Minimum)} and {Shown(range.Maximum)}"));
        return true;
    }

    /// <summary>As a person would write it: 00:00:00.1, not 00:00:00.1000000.</summary>
    private static string Shown(object bound)
    {
        string text = Convert.ToString(bound, CultureInfo.InvariantCulture)!;
        return bound is TimeSpan && text.Contains('.', StringComparison.Ordinal) && !text.EndsWith(":00", StringComparison.Ordinal) ? text.TrimEnd('0') : text;
    }

    private bool Refuse(IConfigurationSection section, Phrase problem)
    {
        IConfigurationSection leaf = section;
        while (leaf.Value is null && leaf.GetChildren().FirstOrDefault() is { } child)
            leaf = child;
        _problems.Add(origin(leaf.Path, section.Path) + new Phrase(" ", " ") + problem + (problem.English.EndsWith('?') ? default(Phrase) : new Phrase("。", ".")));
        return false;
    }

    private static Phrase Suggestion(string key, PropertyInfo[] properties)
    {
        string[] known = [.. properties.Select(property => JsonName(property.Name))];
        return NearestName.Of(key, known) is { } nearest
            ? new Phrase($"是否想写“{nearest}”？", $"did you mean '{nearest}'?")
            : new Phrase($"此处可用 {string.Join("、", known)}", $"known here are {string.Join(", ", known)}");
    }

    public static string JsonName(string property) => char.ToLowerInvariant(property[0]) + property[1..];

    private static Phrase Expected(Type type) => type == typeof(TimeSpan) ? new Phrase("时间，如 00:00:30", "a time such as 00:00:30")
        : type == typeof(bool) ? new Phrase(" true 或 false", "true or false")
        : type == typeof(string) ? new Phrase("文字", "a text")
        : type == typeof(Uri) ? new Phrase("网址，如 http://localhost:4318", "an address such as http://localhost:4318")
        : new Phrase("整数", "a whole number");

    private static object? Parse(string text, Type type)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        if (type == typeof(string))
            return text;
        if (type == typeof(Uri))
            return Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https" ? address : null;
        if (type == typeof(bool))
            return bool.TryParse(text, out bool flag) ? flag : null;
        // "30" alone would be thirty days to .NET and thirty seconds to everybody else.
        if (type == typeof(TimeSpan))
            return text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, culture, out TimeSpan time) ? time : null;
        if (type == typeof(int))
            return int.TryParse(text, NumberStyles.AllowLeadingSign, culture, out int number) ? number : null;
        if (type == typeof(long))
            return long.TryParse(text, NumberStyles.AllowLeadingSign, culture, out long large) ? large : null;
        throw new InvalidOperationException($"Settings of type {type} are not supported.");
    }
}
