using System.Globalization;
using PluginHost.Sdk;

namespace PluginHost.Rehearsal;

/// <summary>Reads a description of the audience, as a workspace gives it in a YAML file. <see cref="BuiltInAudience"/> has the same shape.</summary>
/// <example>
/// <code>
/// groups:
///   - name: regulars
///     share: 35
///     languages: [en, nb]
///     chances: { reply: 0.06, repost: 0.05, like: 0.35, follow: 0.02 }
///     delay: { from: 20s, to: 3h }
///     replies:
///       en: [ "You made my day." ]
///       nb: [ "Dere er best." ]
/// </code>
/// </example>
internal static class AudienceFile
{
    private static readonly string[] GroupFields = ["name", "share", "languages", "chances", "delay", "replies"];
    private static readonly string[] ChanceFields = ["reply", "repost", "like", "follow"];
    private static readonly string[] DelayFields = ["from", "to"];

    /// <exception cref="PluginHostException">The description does not say what it must, or says what is not known.</exception>
    public static IReadOnlyList<AudienceGroup> Parse(Value description, string file)
    {
        if (description is not Record top || top.Find("groups") is not ListValue { Items.Count: > 0 } groups)
            throw Wrong(file, "it needs \"groups:\" with at least one group");

        return [.. groups.Items.Select(group => group is Record record ? GroupOf(record, file) : throw Wrong(file, "each group has a \"name:\""))];
    }

    private static AudienceGroup GroupOf(Record group, string file)
    {
        var name = group.Find("name") is TextValue { Text.Length: > 0 } given ? given.Text : throw Wrong(file, "a group has no \"name:\"");
        var where = $"{file}, group \"{name}\"";
        OnlyKnown(group, GroupFields, where);
        var share = group.Find("share") is { } weight ? Number(weight, "share", where) : throw Wrong(where, "\"share:\" is missing");
        if (share <= 0)
            throw Wrong(where, $"share is {group["share"]}; take a weight above 0");

        if (group.Find("languages") is not ListValue { Items.Count: > 0 } languages)
            throw Wrong(where, "\"languages:\" needs at least one, such as [en, nb]");

        var chances = RecordOf(group, "chances", ChanceFields, where);
        var delay = RecordOf(group, "delay", DelayFields, where);
        var made = new AudienceGroup
        {
            Name = name,
            Share = share,
            Languages = [.. languages.Items.Select(language => language.ToString())],
            Reply = Chance(chances, "reply", where),
            Repost = Chance(chances, "repost", where),
            Like = Chance(chances, "like", where),
            Follow = Chance(chances, "follow", where),
            Replies = RecordOf(group, "replies", null, where).Fields.ToDictionary(field => field.Key, field => Texts(field.Value, field.Key, where)),
        };
        made = made with
        {
            Soonest = delay.Find("from") is { } from ? Duration(from, where) : made.Soonest,
            Latest = delay.Find("to") is { } to ? Duration(to, where) : made.Latest,
        };
        return made.Soonest <= made.Latest ? made : throw Wrong(where, "the delay ends before it begins");
    }

    private static Record RecordOf(Record group, string field, string[]? known, string where)
    {
        var value = group.Find(field) switch
        {
            null or NothingValue => Record.Empty,
            Record record => record,
            _ => throw Wrong(where, $"\"{field}:\" holds names and values, as {{ name: value }}"),
        };
        if (known is not null)
            OnlyKnown(value, known, where);

        return value;
    }

    private static void OnlyKnown(Record record, string[] known, string where)
    {
        foreach (var (name, _) in record.Fields)
        {
            if (!known.Contains(name))
                throw Wrong(where, $"\"{name}\" is not known here, only {string.Join(", ", known)}.{Nearest.Hint(name, known)}");
        }
    }

    private static double Chance(Record chances, string name, string where)
    {
        if (chances.Find(name) is not { } value)
            return 0;

        var chance = Number(value, name, where);
        return chance is >= 0 and <= 1 ? chance : throw Wrong(where, $"{name} is {value}; write a chance from 0 to 1");
    }

    private static double Number(Value value, string name, string where)
    {
        try
        {
            return (double)value.Number;
        }
        catch (PluginHostException)
        {
            throw Wrong(where, $"{name} is \"{value}\", which is no number");
        }
    }

    private static IReadOnlyList<string> Texts(Value value, string language, string where) => value is ListValue list
        ? [.. list.Items.Select(text => text.ToString())]
        : throw Wrong(where, $"the replies in \"{language}\" are no list");

    // As settings write it: 30s, 5m, 2h.
    private static TimeSpan Duration(Value value, string where)
    {
        var text = value.ToString();
        if (text.Length < 2
            || !double.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            || amount > 100_000)
            throw Wrong(where, $"\"{text}\" is no delay; write it as 30s, 5m or 2h");

        return text[^1] switch
        {
            's' => TimeSpan.FromSeconds(amount),
            'm' => TimeSpan.FromMinutes(amount),
            'h' => TimeSpan.FromHours(amount),
            _ => throw Wrong(where, $"\"{text}\" is no delay; write it as 30s, 5m or 2h"),
        };
    }

    private static PluginHostException Wrong(string where, string what) =>
        new($"The audience of the rehearsal network cannot be read. {where}: {what}{(what.EndsWith('?') || what.EndsWith('.') ? "" : ".")}");
}
