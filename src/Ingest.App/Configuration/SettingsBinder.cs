using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Ingest.App.Configuration;

/// <summary>
/// Fills settings from configuration and collects what is wrong: unknown keys with the nearest known one,
/// values of the wrong type, values out of range.
/// </summary>
/// <param name="origin">Names the place where a value was set: the key of the value, the key to show.</param>
internal sealed class SettingsBinder(Func<string, string, string> origin)
{
    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems => _problems;

    public void Bind(IConfiguration section, object target)
    {
        PropertyInfo[] properties = target.GetType().GetProperties();
        foreach (IConfigurationSection child in section.GetChildren())
        {
            PropertyInfo? property = properties.FirstOrDefault(property => property.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase));
            if (property is not null)
                Set(child, target, property);
            else if (child.Path != "$schema")
                Refuse(child, $"is not a known setting: {Suggestion(child.Key, properties)}");
        }
    }

    private void Set(IConfigurationSection section, object target, PropertyInfo property)
    {
        if (property.PropertyType == typeof(string[]))
            SetList(section, target, property);
        else if (property.PropertyType.Namespace == typeof(Settings).Namespace)
            SetGroup(section, property.GetValue(target)!);
        else if (section.GetChildren().Any())
            Refuse(section, $"takes {Expected(property.PropertyType)}, not a group");
        else if (Parse(section.Value ?? "", property.PropertyType) is { } value)
            SetChecked(section, target, property, value);
        else
            Refuse(section, $"is '{section.Value}', but takes {Expected(property.PropertyType)}");
    }

    private void SetGroup(IConfigurationSection section, object group)
    {
        if (!string.IsNullOrEmpty(section.Value))
            Refuse(section, "takes a group of settings in braces, not a single value");
        else
            Bind(section, group);
    }

    private void SetList(IConfigurationSection section, object target, PropertyInfo property)
    {
        if (!string.IsNullOrEmpty(section.Value) || section.GetChildren().Any(child => child.Value is null || !int.TryParse(child.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
        {
            Refuse(section, "takes a list of texts in square brackets");
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
            return Refuse(section, $"is '{value}', but this program knows only {string.Join(", ", allowed.Values)}");
        if (property.GetCustomAttribute<RangeAttribute>() is { } range && !range.IsValid(value))
            return Refuse(section, $"is '{value}', but must lie between {range.Minimum} and {range.Maximum}");
        return true;
    }

    private bool Refuse(IConfigurationSection section, string problem)
    {
        IConfigurationSection leaf = section;
        while (leaf.Value is null && leaf.GetChildren().FirstOrDefault() is { } child)
            leaf = child;
        _problems.Add($"{origin(leaf.Path, section.Path)} {problem}{(problem.EndsWith('?') ? "" : ".")}");
        return false;
    }

    private static string Suggestion(string key, PropertyInfo[] properties)
    {
        string[] known = [.. properties.Select(property => JsonName(property.Name))];
        return NearestName.Of(key, known) is { } nearest ? $"did you mean '{nearest}'?" : $"known here are {string.Join(", ", known)}";
    }

    public static string JsonName(string property) => char.ToLowerInvariant(property[0]) + property[1..];

    private static string Expected(Type type) => type == typeof(TimeSpan) ? "a time such as 00:00:30"
        : type == typeof(bool) ? "true or false"
        : type == typeof(string) ? "a text"
        : "a whole number";

    private static object? Parse(string text, Type type)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        if (type == typeof(string))
            return text;
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
