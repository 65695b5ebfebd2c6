using PluginHost.Campaigns;
using PluginHost.Plugins.Testing;

namespace PluginHost.Listening.Tests.Hearing;

public sealed class HearingTests : IDisposable
{
    private readonly Square _square = new();

    [Fact(Timeout = 60_000)]
    public async Task Should_Keep_What_Meets_A_Query_And_Nothing_Else()
    {
        // Given
        _square.Say("Acme is down");
        _square.Say("Nice weather");
        _square.Say("acme again");

        // When
        await _square.HearAsync(("acme", "acme"), ("down", "down"));

        // Then
        _square.Kept().ShouldBe(["Acme is down", "acme again"]);
        _square.Database.Query("select queries from listening_post order by id").ShouldBe([",1,2,", ",1,"]);
        _square.Database.Streams["public/test"].Events.Count.ShouldBe(2, "What nobody wants is not written down.");
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Ask_Through_The_Profile_That_Only_Listens_And_For_What_Is_Wanted()
    {
        await _square.HearAsync(("acme", "acme AND (slow OR down)"), ("press", "#press"));

        _square.Network.Public.Asked.ShouldAllBe(asked => asked.Profile == "@quiet");
        _square.Network.Public.Asked[^1].AnyOf.ShouldBe(["acme", "#press"], ignoreOrder: true);
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Ask_Nobody_While_Nobody_Listens_For_Anything()
    {
        // Given
        var (plugin, host) = await _square.StartAsync();
        using var stop = new CancellationTokenSource();
        var listening = plugin.ListenAsync(stop.Token);

        // When
        for (var second = 0; second < 60; second++)
        {
            _square.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        // Then
        host.Streams.Opened.ShouldBeEmpty();
        stop.Cancel();
        await listening;
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Hear_What_Is_Said_To_Profiles_Too_And_Count_A_Post_Once_That_Comes_Both_Ways()
    {
        // Given
        var both = _square.Say("Acme, are you there?");
        _square.Network.Told.Reply("@telco", both.RemoteId, both.Text, both.At);
        _square.Network.Told.Reply("@telco", "only-here", "acme answers nobody", both.At);
        _square.Network.Told.Like("@telco", "like", both.At);

        // When
        var (plugin, host) = await _square.StartAsync();
        await plugin.AddAsync(host, "acme", "acme", CancellationToken.None);
        using var stop = new CancellationTokenSource();
        var listening = plugin.ListenAsync(stop.Token);
        await _square.UntilAsync(() => _square.Kept().Count == 2 && _square.Database.Streams["events/@telco"].Takers.GetValueOrDefault("listening") == 3);
        stop.Cancel();
        await listening;

        // Then
        _square.Kept().ShouldBe([both.Text, "acme answers nobody"], ignoreOrder: true);
        _square.Database.Query("select sum(posts) from listening_count").ShouldBe([2L]);
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Match_With_A_Query_That_Another_Process_Has_Saved_Meanwhile()
    {
        // Given
        var (listener, first) = await _square.StartAsync();
        var (other, second) = await _square.StartAsync();
        await listener.AddAsync(first, "acme", "acme", CancellationToken.None);
        using var stop = new CancellationTokenSource();
        var listening = listener.ListenAsync(stop.Token);
        _square.Say("acme one");
        await _square.UntilAsync(() => _square.Kept().Count == 1);

        // When
        await other.AddAsync(second, "globex", "globex", CancellationToken.None);
        _square.Say("globex two");
        await _square.UntilAsync(() => _square.Kept().Count == 2);
        await other.RemoveAsync(second, "acme", CancellationToken.None);
        _square.Say("acme three");
        _square.Say("globex four");
        await _square.UntilAsync(() => _square.Kept().Count == 3);

        // Then
        _square.Kept().ShouldBe(["acme one", "globex two", "globex four"]);
        stop.Cancel();
        await listening;
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Go_On_With_Those_Networks_That_There_Are_And_Say_Which_Is_Missing()
    {
        // Given
        _square.Profiles.List.Insert(0, FakeProfiles.Make("@lost", "press") with { Network = "nowhere" });
        _square.Say("acme");

        // When
        var (_, host) = await _square.HearAsync(("acme", "acme"));

        // Then
        _square.Kept().ShouldBe(["acme"]);
        host.Screen.Lines.ShouldBe(["Warning: Nothing is heard through @lost: No running plugin offers the network nowhere."]);
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Go_On_Behind_A_Gap()
    {
        _square.Network.Public.Gap = "an hour is lost";
        _square.Say("acme");

        await _square.HearAsync(("acme", "acme"));

        _square.Kept().ShouldBe(["acme"]);
    }

    [Fact(Timeout = 120_000)]
    public async Task Should_Keep_And_Count_Each_Post_Once_Wherever_The_Process_Dies()
    {
        for (var life = 1; life <= 40; life++)
        {
            // Given
            using var square = new Square();
            var (plugin, host) = await square.StartAsync();
            await plugin.AddAsync(host, "acme", "acme", CancellationToken.None);
            square.Say("acme one");
            square.Say("acme two");

            // When
            host.Store.Life = life;
            var dying = plugin.ListenAsync(CancellationToken.None);
            await square.UntilAsync(() => dying.IsCompleted || host.Store.Life < 0 || square.Kept().Count == 2);
            var (next, _) = await square.StartAsync();
            square.Say("acme three");
            await square.HearAsync(next);

            // Then
            square.Kept().ShouldBe(["acme one", "acme two", "acme three"], $"died after {life} statements");
            square.Database.Query("select sum(posts) from listening_count").ShouldBe([3L], $"died after {life} statements");
            square.Database.Query("select count(*) from listening_word where word = 'acme'").ShouldBe([3L], $"died after {life} statements");
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Let_Go_Of_Old_Posts_And_Keep_Their_Counts()
    {
        // Given
        _square.Settings["keep"] = "2d";
        _square.Say("acme one");
        var (plugin, _) = await _square.HearAsync(("acme", "acme"));
        _square.Clock.Advance(TimeSpan.FromDays(3));
        _square.Say("acme two");

        // When
        await _square.HearAsync(plugin);
        _square.Clock.Advance(TimeSpan.FromMinutes(11));
        _square.Say("acme three");
        await _square.HearAsync(plugin);

        // Then
        _square.Kept().ShouldBe(["acme two", "acme three"]);
        _square.Database.Query("select sum(posts) from listening_count").ShouldBe([3L]);
        _square.Database.Query("select count(*) from listening_word where post not in (select id from listening_post)").ShouldBe([0L]);
    }

    public void Dispose() => _square.Dispose();
}
