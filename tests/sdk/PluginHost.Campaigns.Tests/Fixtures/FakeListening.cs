using PluginHost.Sdk;

namespace PluginHost.Campaigns.Tests.Fixtures;

/// <summary>Hears what a test has people say.</summary>
internal sealed class FakeListening : IListening
{
    public List<QueryMatch> Heard { get; } = [];

    /// <summary>The queries that were begun, in order.</summary>
    public List<string> Begun { get; } = [];

    /// <summary>How often somebody has read.</summary>
    public int Reads { get; private set; }

    /// <summary>Called before each reading: people may talk all the time.</summary>
    public Action OnRead { get; set; } = () => { };

    public void Say(string text) => Say(text, new FakeClock().GetUtcNow());

    public void Say(string text, DateTimeOffset at) => Heard.Add(new QueryMatch
    {
        Position = Heard.Count + 1,
        Network = "square",
        Post = new PublicPost { RemoteId = $"r{Heard.Count + 1}", Handle = "kari", Name = "Kari", Text = text, Language = "nb", At = at, Link = "https://square.example" },
    });

    public Task<long> BeginAsync(string query, CancellationToken cancel)
    {
        if (query.Length == 0)
            throw new WrongUseException("The query cannot be read.");

        Begun.Add(query);
        return Task.FromResult((long)Heard.Count);
    }

    public Task<IReadOnlyList<QueryMatch>> ReadAsync(string query, long after, CancellationToken cancel)
    {
        Reads++;
        OnRead();
        return Task.FromResult<IReadOnlyList<QueryMatch>>([.. Heard.Where(match => match.Position > after).Take(2)]);
    }
}
