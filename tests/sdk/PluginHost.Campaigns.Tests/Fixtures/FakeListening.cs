using PluginHost.Sdk;

namespace PluginHost.Campaigns.Tests.Fixtures;

/// <summary>Hears what a test has people say.</summary>
internal sealed class FakeListening : IListening
{
    public List<Match> Heard { get; } = [];

    /// <summary>The queries that were begun, in order.</summary>
    public List<string> Begun { get; } = [];

    /// <summary>How often somebody has read.</summary>
    public int Reads { get; private set; }

    public void Say(string text) => Heard.Add(new Match
    {
        Position = Heard.Count + 1,
        Network = "square",
        Post = new PublicPost { RemoteId = $"r{Heard.Count + 1}", Handle = "kari", Name = "Kari", Text = text, Language = "nb", At = default, Link = "https://square.example" },
    });

    public Task<long> BeginAsync(string query, CancellationToken cancel)
    {
        if (query.Length == 0)
            throw new WrongUseException("The query cannot be read.");

        Begun.Add(query);
        return Task.FromResult((long)Heard.Count);
    }

    public Task<IReadOnlyList<Match>> ReadAsync(string query, long after, CancellationToken cancel)
    {
        Reads++;
        return Task.FromResult<IReadOnlyList<Match>>([.. Heard.Where(match => match.Position > after).Take(2)]);
    }
}
