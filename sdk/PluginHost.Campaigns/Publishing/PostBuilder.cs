using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>A post while a script puts it together. Awaiting it publishes it, once.</summary>
public sealed partial class PostBuilder
{
    private readonly JournalledPublisher _publisher;
    private readonly string _step;
    private readonly List<Variant> _variants = [];
    private readonly Dictionary<string, string> _texts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _values = [];
    private readonly List<Profile> _targets = [];
    private DateTimeOffset? _at;
    private DueTime? _wall;
    private Task<ScriptPost>? _publishing;

    internal PostBuilder(JournalledPublisher publisher, string step)
    {
        _publisher = publisher;
        _step = step;
    }

    /// <summary>Adds a profile with words of its own.</summary>
    /// <param name="profile">The profile's name.</param>
    /// <param name="text">What it says. An empty placeholder in it is an error.</param>
    /// <returns>The post so far.</returns>
    /// <exception cref="WrongUseException">There is no such profile.</exception>
    public PostBuilder On(string profile, PostText text)
    {
        _variants.Add(new Variant { Profile = _publisher.Profiles[profile].Name, Text = text.ToText(), Extras = _extras });
        return this;
    }

    /// <summary>Adds the text of a language.</summary>
    /// <param name="language">The language (BCP 47).</param>
    /// <param name="text">The text, where <c>{name}</c> stands for what <see cref="With"/> gives.</param>
    /// <returns>The post so far.</returns>
    public PostBuilder Text(string language, string text)
    {
        _texts[language] = text;
        return this;
    }

    /// <summary>Fills a placeholder in the texts by language.</summary>
    /// <param name="name">The placeholder's name, without braces.</param>
    /// <param name="value">What it stands for.</param>
    /// <returns>The post so far.</returns>
    public PostBuilder With(string name, Value value)
    {
        _values[name] = value.ToString();
        return this;
    }

    /// <summary>Adds profiles that say the text of their language.</summary>
    /// <param name="profiles">The profiles, such as <c>Profiles.For("offers")</c>.</param>
    /// <returns>The post so far.</returns>
    public PostBuilder To(IEnumerable<Profile> profiles)
    {
        _targets.AddRange(profiles);
        return this;
    }

    /// <summary>Plans it for the next time of a schedule, as the global <c>At</c> reads it, instead of publishing it now. Whoever serves the workspace then sends it.</summary>
    /// <param name="schedule">
    /// The time: <c>12:00</c> is today's, or tomorrow's where that has passed; <c>2026-12-24 12:00 Europe/Oslo</c> is that one. The wall clock counts. For a time
    /// of today and no other day, write <c>At(Today.At("12:00"))</c>.
    /// </param>
    /// <returns>The post so far.</returns>
    /// <exception cref="WrongUseException">It is no time.</exception>
    public PostBuilder At(string schedule)
    {
        var script = _publisher.Script;
        var due = KeptTime.Read(script.Journal.Read($"post at {schedule}", () => KeptTime.Of(script.Times.Read(schedule))), script.Times);
        (_at, _wall) = (due.Instant, due.IsOnWallClock ? due : null);
        return this;
    }

    /// <summary>Plans it for an instant, instead of publishing it now. Whoever serves the workspace then sends it.</summary>
    /// <param name="instant">The instant: <c>Today.At("12:00")</c>.</param>
    /// <returns>The post so far.</returns>
    public PostBuilder At(DateTimeOffset instant)
    {
        (_at, _wall) = (instant, null);
        return this;
    }

    /// <summary>Publishes it now, or plans it where it has a time. A second call gives the first one's post.</summary>
    /// <returns>The post.</returns>
    /// <exception cref="EmptyPlaceholderException">A placeholder was empty or not filled.</exception>
    /// <exception cref="NotPublishedException">A check stands against it, or it cannot be split.</exception>
    /// <exception cref="NotSentException">A network refused it, or an outcome is unknown.</exception>
    public Task<ScriptPost> Now() => _publishing ??= PublishAsync();

    /// <summary>Lets a script await the post itself.</summary>
    /// <returns>The awaiter.</returns>
    public TaskAwaiter<ScriptPost> GetAwaiter() => Now().GetAwaiter();

    private async Task<ScriptPost> PublishAsync() => await _publisher.PublishAsync(
        _step,
        new PostPlan { Variants = WithMedia(await SplitAsync([.. _variants, .. _targets.Select(VariantFor)])), AskedBy = _publisher.Script.Name, At = _at, Wall = _wall });

    private Variant VariantFor(Profile profile) => _texts.TryGetValue(profile.Language, out var text)
        ? new Variant { Profile = profile.Name, Text = Fill(text), Language = profile.Language, Extras = _extras }
        : throw new WrongUseException(
            $"{profile.Name} speaks \"{profile.Language}\", and there is no text in it, only {string.Join(", ", _texts.Keys)}. "
            + $"Add .Text(\"{profile.Language}\", …).");

    private string Fill(string text)
    {
        var faults = new List<string>();
        var filled = Placeholder().Replace(text, match =>
        {
            var name = match.Groups[1].Value;
            if (!_values.TryGetValue(name, out var value))
                faults.Add($"placeholder {{{name}}} is not filled; add .With(\"{name}\", …)");
            else if (string.IsNullOrWhiteSpace(value))
                faults.Add($"placeholder {{{name}}} is empty");

            return value ?? "";
        });
        return faults.Count == 0 ? filled : throw new EmptyPlaceholderException(filled, faults);
    }

    [GeneratedRegex(@"\{([^{}]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
