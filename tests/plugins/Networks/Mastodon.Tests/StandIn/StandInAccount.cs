namespace PluginHost.Mastodon.Tests;

/// <summary>An account on the server, or known to it.</summary>
internal sealed record StandInAccount
{
    public required string Id { get; init; }

    /// <summary>With its server where that is another.</summary>
    public required string Name { get; init; }

    public int Followers { get; init; } = 3;

    public object Json => new
    {
        id = Id,
        username = Name.Split('@')[0],
        acct = Name,
        display_name = $"{char.ToUpperInvariant(Name[0])}{Name.Split('@')[0][1..]}",
        url = $"{MastodonServer.Address}/@{Name}",
        uri = $"{MastodonServer.Address}/users/{Name}",
        created_at = "2026-01-05T00:00:00.000Z",
        followers_count = Followers,
    };
}
