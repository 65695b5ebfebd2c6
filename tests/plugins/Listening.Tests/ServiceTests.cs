using PluginHost.Campaigns;
using PluginHost.Plugins.Testing;
using PluginHost.Sdk;

namespace PluginHost.Listening.Tests;

/// <summary>What scripts and other plugins are told.</summary>
public sealed class ServiceTests : IDisposable
{
    private readonly Square _square = new();

    [Fact(Timeout = 60_000)]
    public async Task Should_Tell_What_Is_Said_From_Now_On_Though_Nobody_Serves_The_Workspace()
    {
        // Given
        _square.Say("acme before");
        _square.Clock.Advance(TimeSpan.FromMinutes(1));
        var (_, host) = await _square.StartAsync();
        var listening = await host.Services.GetAsync<IListening>(CancellationToken.None);

        // When
        var place = await listening.BeginAsync("acme", CancellationToken.None);
        _square.Say("acme one");
        _square.Say("globex");
        _square.Say("acme two");
        var told = await ReadAsync(listening, "acme", place, 2);

        // Then
        told.Select(match => match.Post.Text).ShouldBe(["acme one", "acme two"]);
        told[0].Network.ShouldBe("test");
        (await listening.ReadAsync("acme", told[0].Position, CancellationToken.None)).Select(match => match.Post.Text).ShouldBe(["acme two"]);
        host.Jobs.Beside.Single().Title.ShouldBe("Listening");
        host.Jobs.Resumed.ShouldBe(["Listening"], "Nobody need be asked about it.");
        host.Jobs.Stop();
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Leave_Out_What_A_Mute_Hides_And_Show_Scripts_Queries_To_Nobody()
    {
        // Given
        var (plugin, host) = await _square.StartAsync();
        await plugin.MuteAuthorAsync(host, "deals_daily", "", CancellationToken.None);
        var listening = await host.Services.GetAsync<IListening>(CancellationToken.None);
        var place = await listening.BeginAsync("acme", CancellationToken.None);

        // When
        _square.Say("acme deals", "deals_daily");
        _square.Say("acme one");
        var told = await ReadAsync(listening, "acme", place, 1);

        // Then
        told.Single().Post.Text.ShouldBe("acme one");
        (await plugin.QueriesAsync(host, CancellationToken.None)).Rows.ShouldBeEmpty();
        (await plugin.ShowStreamAsync(host, CancellationToken.None)).Table.Rows.ShouldBeEmpty();
        host.Jobs.Stop();
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Listen_No_Longer_When_Nobody_Has_Read_For_A_While_And_Forget_The_Query_In_A_Day()
    {
        // Given
        var (_, host) = await _square.StartAsync();
        var listening = await host.Services.GetAsync<IListening>(CancellationToken.None);
        await listening.BeginAsync("acme", CancellationToken.None);

        // When
        await _square.UntilAsync(() => host.Jobs.Beside.Single().Work.IsCompleted);
        _square.Clock.Advance(TimeSpan.FromHours(25));
        var (server, _) = await _square.StartAsync();
        await server.AddAsync(host, "globex", "globex", CancellationToken.None);
        _square.Say("acme unheard");
        _square.Say("globex heard");
        await _square.HearAsync(server);

        // Then
        _square.Kept().ShouldBe(["globex heard"]);
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Begin_Anew_With_A_Query_That_Was_Forgotten()
    {
        // Given
        var (_, host) = await _square.StartAsync();
        var listening = await host.Services.GetAsync<IListening>(CancellationToken.None);
        await listening.BeginAsync("acme", CancellationToken.None);
        await _square.UntilAsync(() => host.Jobs.Beside.Single().Work.IsCompleted);
        _square.Say("acme meanwhile");
        _square.Clock.Advance(TimeSpan.FromHours(25));

        // When
        var place = await listening.BeginAsync("acme", CancellationToken.None);
        _square.Say("acme now");
        var told = await ReadAsync(listening, "acme", place, 1);

        // Then
        told.Single().Post.Text.ShouldBe("acme now");
        host.Jobs.Stop();
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Refuse_A_Query_With_An_Error()
    {
        var (_, host) = await _square.StartAsync();
        var listening = await host.Services.GetAsync<IListening>(CancellationToken.None);

        (await Should.ThrowAsync<WrongUseException>(() => listening.BeginAsync("acme AND", CancellationToken.None))).Message.ShouldContain("nothing follows AND");
        (await Should.ThrowAsync<WrongUseException>(() => listening.ReadAsync("(acme", 0, CancellationToken.None))).Message.ShouldContain("never closed");
        host.Jobs.Beside.ShouldBeEmpty();
    }

    public void Dispose() => _square.Dispose();

    private async Task<IReadOnlyList<QueryMatch>> ReadAsync(IListening listening, string query, long after, int count)
    {
        IReadOnlyList<QueryMatch> told = [];
        await _square.UntilAsync(() => (told = listening.ReadAsync(query, after, CancellationToken.None).GetAwaiter().GetResult()).Count >= count);
        return told;
    }
}
