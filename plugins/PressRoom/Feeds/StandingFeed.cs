using PluginHost.Sdk;

namespace PluginHost.PressRoom.Feeds;

/// <summary>A feed whose items become posts.</summary>
internal sealed record StandingFeed
{
    public required string Name { get; init; }

    public required string Address { get; init; }

    /// <summary>Profiles with commas between them, or a purpose.</summary>
    public required string Speakers { get; init; }

    public required string Template { get; init; }

    public required int Most { get; init; }

    public required bool WithOld { get; init; }

    public DateTimeOffset? LookedAt { get; init; }

    public DateTimeOffset NextAt { get; init; }

    public int Tries { get; init; }

    public string Problem { get; init; } = "";

    public string Tag { get; init; } = "";

    /// <summary>By what name it takes its items.</summary>
    public string Taker => TakerOf(Name);

    public static string TakerOf(string name) => $"feed {name}";

    public static StandingFeed Read(IRow row) => new()
    {
        Name = row.Text("name"),
        Address = row.Text("address"),
        Speakers = row.Text("speakers"),
        Template = row.Text("template"),
        Most = (int)row.Integer("most"),
        WithOld = row.Integer("with_old") == 1,
        LookedAt = row.InstantOrNull("looked_at"),
        NextAt = row.Instant("next_at"),
        Tries = (int)row.Integer("tries"),
        Problem = row.Text("problem"),
        Tag = row.Text("tag"),
    };
}
