using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>A giveaway while a script puts it together. Awaiting it announces it, once.</summary>
public sealed class GiveawayBuilder
{
    private readonly JournalledGiveaways _giveaways;
    private readonly string _step;
    private readonly string _title;
    private readonly List<Variant> _variants = [];
    private readonly List<string> _prizes = [];
    private readonly List<string> _excluded = [];
    private EntryRules _rules = new();
    private DateTimeOffset? _closesAt;
    private TimeSpan _claim = TimeSpan.FromDays(2);
    private Task<ScriptGiveaway>? _beginning;

    internal GiveawayBuilder(JournalledGiveaways giveaways, string step, string title)
    {
        _giveaways = giveaways;
        _step = step;
        _title = title;
    }

    /// <summary>Adds a profile that announces it, in words of its own. Who answers there enters.</summary>
    /// <param name="profile">The profile's name.</param>
    /// <param name="text">What it says. An empty placeholder in it is an error.</param>
    /// <returns>The giveaway so far.</returns>
    /// <exception cref="WrongUseException">There is no such profile.</exception>
    public GiveawayBuilder On(string profile, PostText text)
    {
        _variants.Add(new Variant { Profile = _giveaways.Profiles[profile].Name, Text = text.ToText() });
        return this;
    }

    /// <summary>Adds prizes, the first drawn first.</summary>
    /// <param name="prizes">The prizes.</param>
    /// <returns>The giveaway so far.</returns>
    public GiveawayBuilder Prizes(params string[] prizes)
    {
        _prizes.AddRange(prizes);
        return this;
    }

    /// <summary>Asks for words in the answer.</summary>
    /// <param name="phrase">The words, whatever their capitals.</param>
    /// <returns>The giveaway so far.</returns>
    public GiveawayBuilder Phrase(string phrase) => With(_rules with { Phrase = phrase });

    /// <summary>Asks for a mention.</summary>
    /// <param name="handle">Who is to be mentioned.</param>
    /// <returns>The giveaway so far.</returns>
    public GiveawayBuilder Mention(string handle) => With(_rules with { Mention = handle });

    /// <summary>Asks for a hashtag.</summary>
    /// <param name="hashtag">The hashtag.</param>
    /// <returns>The giveaway so far.</returns>
    public GiveawayBuilder Hashtag(string hashtag) => With(_rules with { Hashtag = hashtag });

    /// <summary>Asks people to follow the profile.</summary>
    /// <returns>The giveaway so far.</returns>
    public GiveawayBuilder Followers() => With(_rules with { Follow = true });

    /// <summary>Asks people to pass the announcement on.</summary>
    /// <returns>The giveaway so far.</returns>
    public GiveawayBuilder Reposters() => With(_rules with { Repost = true });

    /// <summary>Asks for accounts of some age.</summary>
    /// <param name="age">How old at least.</param>
    /// <returns>The giveaway so far.</returns>
    public GiveawayBuilder OlderThan(TimeSpan age) => With(_rules with { Age = age });

    /// <summary>Leaves people out: colleagues, those who won last time.</summary>
    /// <param name="handles">Their handles.</param>
    /// <returns>The giveaway so far.</returns>
    public GiveawayBuilder Without(params string[] handles)
    {
        _excluded.AddRange(handles);
        return this;
    }

    /// <summary>Says until when entries count.</summary>
    /// <param name="closes">The instant: <c>Today.At("18:00")</c>.</param>
    /// <returns>The giveaway so far.</returns>
    public GiveawayBuilder Until(DateTimeOffset closes)
    {
        _closesAt = closes;
        return this;
    }

    /// <summary>Says how long a winner has to answer. Without it: two days.</summary>
    /// <param name="time">The time: <c>Hours(24)</c>.</param>
    /// <returns>The giveaway so far.</returns>
    public GiveawayBuilder ClaimedWithin(TimeSpan time)
    {
        _claim = time;
        return this;
    }

    /// <summary>Announces it. A second call gives the first one's giveaway.</summary>
    /// <returns>The giveaway.</returns>
    /// <exception cref="WrongUseException">It has no prize, no profile or no end, or it ends before it begins.</exception>
    /// <exception cref="PluginHostException">The announcement was refused.</exception>
    public Task<ScriptGiveaway> Now() => _beginning ??= BeginAsync();

    /// <summary>Lets a script await the giveaway itself.</summary>
    /// <returns>The awaiter.</returns>
    public TaskAwaiter<ScriptGiveaway> GetAwaiter() => Now().GetAwaiter();

    private GiveawayBuilder With(EntryRules rules)
    {
        _rules = rules;
        return this;
    }

    private async Task<ScriptGiveaway> BeginAsync()
    {
        var closes = _closesAt ?? throw new WrongUseException($"\"{_title}\" has no end. Add .Until(Today.At(\"18:00\")).");
        return await _giveaways.BeginAsync(_step, Body(closes), suffix => new GiveawayTerms
        {
            Id = $"{WordOf(_title)}-{suffix}",
            Title = _title,
            Prizes = _prizes,
            Announcement = _variants,
            ClosesAt = closes,
            Claim = _claim,
            Rules = _rules with { Excluded = _excluded },
        });
    }

    private string Body(DateTimeOffset closes)
    {
        var body = new StringBuilder();
        body.Append(CultureInfo.InvariantCulture, $"{_title} until {closes.ToUniversalTime():yyyy-MM-dd'T'HH:mm:ss'Z'}, {_claim} to claim");
        body.Append(CultureInfo.InvariantCulture, $"\n{_rules.Phrase}\n{_rules.Mention}\n{_rules.Hashtag}\n{_rules.Follow} {_rules.Repost} {_rules.Age}");
        body.Append("\nwithout ").AppendJoin(", ", _excluded).Append("\nprizes ").AppendJoin(", ", _prizes);
        foreach (var variant in _variants)
            body.Append('\n').Append(variant.Profile).Append(": ").Append(variant.Text);

        return body.ToString();
    }

    private static string WordOf(string title)
    {
        var word = new StringBuilder();
        foreach (var letter in title.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
                word.Append(letter);
            else if (word.Length > 0 && word[^1] != '-')
                word.Append('-');

            if (word.Length == 24)
                break;
        }

        return word.ToString().Trim('-') is { Length: > 0 } made ? made : "giveaway";
    }
}
