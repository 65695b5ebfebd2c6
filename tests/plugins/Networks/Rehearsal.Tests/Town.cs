using PluginHost.Campaigns;
using PluginHost.Plugins.Testing;

namespace PluginHost.Rehearsal.Tests;

/// <summary>A workspace with the rehearsal network in it.</summary>
internal sealed class Town : IDisposable
{
    private readonly FakeDatabase _database;
    private readonly bool _ownsDatabase;
    private int _keys;

    public Town()
        : this(new FakeDatabase(), new FakeClock()) => _ownsDatabase = true;

    private Town(FakeDatabase database, FakeClock clock)
    {
        _database = database;
        Host = new FakeHost(database, clock, typeof(RehearsalPlugin));
        Plugin = new RehearsalPlugin();
        Plugin.ActivateAsync(Host, CancellationToken.None).IsCompletedSuccessfully.ShouldBeTrue();
        Network = Plugin.Network(Host);
    }

    public static Profile Slocombe { get; } = Profile("@slocombe", "en");

    public static Profile TelcoNb { get; } = Profile("@telco_nb", "nb");

    public FakeHost Host { get; }

    public FakeClock Clock => Host.Clock;

    public FakeDatabase Database => _database;

    public RehearsalPlugin Plugin { get; }

    public Network Network { get; private set; }

    /// <summary>Another process on the same workspace.</summary>
    public Town Restart() => new(_database, Clock);

    /// <summary>Begins anew with the settings as they are now.</summary>
    public Town Reactivate()
    {
        Plugin.ActivateAsync(Host, CancellationToken.None).GetAwaiter().GetResult();
        Network = Plugin.Network(Host);
        return this;
    }

    public static Profile Profile(string name, string language) =>
        new() { Name = name, Network = "rehearsal", Handle = name[1..], Language = language };

    public static SendKey Key(string value) => new() { Value = value, Attempt = 1 };

    public Outgoing Outgoing(string text) => new() { Profile = Slocombe, Text = text, Language = "en", PlannedAt = Clock.GetUtcNow() };

    public Task<SendResult> SendAsync(Outgoing post) => Network.SendAsync(post, Key($"key-{++_keys}"), CancellationToken.None);

    public async Task<Sent> PublishAsync(string text) => (await SendAsync(Outgoing(text))).ShouldBeOfType<Sent>();

    /// <summary>What people have done and are going to do: the first column of every row.</summary>
    public async Task<IReadOnlyList<object>> EventsAsync(string query)
    {
        await Network.Listen!.ReadAsync(Slocombe, null, CancellationToken.None);
        return Database.Query(query);
    }

    /// <summary>Lets the audience have nothing to say about what was said so far.</summary>
    public Task SilenceAsync() => EventsAsync("delete from rehearsal_event");

    /// <summary>Everything that the profile hears, page by page.</summary>
    public async Task<(List<NetworkEvent> Events, string? Cursor)> HearAsync(Profile profile, string? cursor)
    {
        var heard = new List<NetworkEvent>();
        while (true)
        {
            var page = await Network.Listen!.ReadAsync(profile, cursor, CancellationToken.None);
            if (page.Events.Count == 0)
            {
                page.Cursor.ShouldBe(cursor);
                return (heard, cursor);
            }

            heard.AddRange(page.Events);
            cursor = page.Cursor;
        }
    }

    public void Dispose()
    {
        if (_ownsDatabase)
            _database.Dispose();
    }
}
