using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Inbox;

/// <summary>A question to many.</summary>
internal sealed record Question
{
    public required long Id { get; init; }

    public required string Text { get; init; }

    /// <summary>What may be chosen; none: whatever they say counts.</summary>
    public required IReadOnlyList<string> Choices { get; init; }

    public required IReadOnlyList<string> Profiles { get; init; }

    public required string By { get; init; }

    /// <summary>begun, asked or refused.</summary>
    public required string State { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset At { get; init; }

    public static Question Read(IRow row) => new()
    {
        Id = row.Integer("id"),
        Text = row.Text("text"),
        Choices = Lines.Of(row.Text("choices")),
        Profiles = Lines.Of(row.Text("profiles")),
        By = row.Text("by_whom"),
        State = row.Text("state"),
        Reason = row.Text("reason"),
        At = row.Instant("at"),
    };

    /// <summary>What is published: the question, and below it what may be chosen, a number each. The same each time, so that it is the same post.</summary>
    public PostPlan ToPlan()
    {
        var choices = Choices.Select((choice, place) => string.Create(CultureInfo.InvariantCulture, $"\n{place + 1}. {choice}"));
        var text = Choices.Count == 0 ? Text : $"{Text}\n{string.Concat(choices)}";
        return new PostPlan
        {
            Variants = [.. Profiles.Select(profile => new Variant { Profile = profile, Text = text })],
            AskedBy = By,
            Effect = new EffectKey
            {
                Campaign = Conversations.Ourselves,
                Occurrence = string.Create(CultureInfo.InvariantCulture, $"question {Id}"),
                Step = "ask",
            },
        };
    }
}
