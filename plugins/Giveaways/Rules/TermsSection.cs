using System.Globalization;
using PluginHost.Sdk;

namespace PluginHost.Giveaways.Rules;

/// <summary>One level of a giveaway's file. What is wrong with a key is noted, and the next one is read: who mends a file wants to know all of it.</summary>
internal sealed class TermsSection
{
    // A century: nobody waits longer, and every calendar holds it.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(36_525);

    private readonly Record _written;
    private readonly string _name;
    private readonly List<TermsProblem> _problems;

    /// <param name="written">What stands there.</param>
    /// <param name="name">The key that it stands under; empty for the outermost level.</param>
    /// <param name="keys">The keys that are known there.</param>
    /// <param name="problems">Where problems are noted.</param>
    public TermsSection(Record written, string name, IReadOnlyList<string> keys, List<TermsProblem> problems)
    {
        (_written, _name, _problems) = (written, name, problems);
        foreach (var (key, _) in written.Fields)
        {
            if (!keys.Contains(key))
                Note(key, $"\"{key}:\" is not known{(name.Length == 0 ? "" : $" under \"{name}:\"")}.{Nearest.Hint(key, keys)} Known are: {string.Join(", ", keys)}");
        }
    }

    public void Note(string key, string what) => _problems.Add(new TermsProblem { Section = _name, Key = key, What = what });

    public Value? Find(string key) => _written.Find(key) is { } value and not NothingValue ? value : null;

    /// <summary>A key that must be there; null where it is not, which is noted.</summary>
    public Value? Needed(string key, string example)
    {
        var value = Find(key);
        if (value is null)
            Note(key, $"\"{key}:\" is missing, or nothing stands behind it. It is written so: {example}");

        return value;
    }

    public string Text(string key)
    {
        if (Find(key) is not { } value)
            return "";

        if (value is not (ListValue or Record))
            return value.ToString();

        Note(key, $"\"{key}:\" is one text, and not a list or several keys");
        return "";
    }

    public bool Flag(string key)
    {
        if (Find(key) is not { } value)
            return false;

        if (bool.TryParse(value.ToString(), out var flag))
            return flag;

        Note(key, $"\"{key}: {value}\" is neither true nor false");
        return false;
    }

    /// <summary>Texts: a list, or one text for a list of one.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        var value = Find(key);
        if (value is Record || (value is ListValue && value.Items.Any(item => item is ListValue or Record or NothingValue)))
            Note(key, $"\"{key}:\" is a list of texts: [one, another], or a line each with \"- \" before it. A text with a colon in it needs quotes");
        else if (value is not null)
            return value is ListValue ? [.. value.Items.Select(item => item.ToString())] : [value.ToString()];

        return [];
    }

    public TimeSpan Time(string key, TimeSpan otherwise)
    {
        if (Find(key)?.ToString() is not { } text)
            return otherwise;

        var unit = text.Length == 0 ? TimeSpan.Zero : text[^1] switch
        {
            's' => TimeSpan.FromSeconds(1),
            'm' => TimeSpan.FromMinutes(1),
            'h' => TimeSpan.FromHours(1),
            'd' => TimeSpan.FromDays(1),
            _ => TimeSpan.Zero,
        };
        if (unit > TimeSpan.Zero && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= Longest / unit)
            return count * unit;

        Note(key, $"\"{key}: {text}\" is no length of time. Write a whole number and its unit: 90s, 30m, 2h or 3d");
        return otherwise;
    }
}
