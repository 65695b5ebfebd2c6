using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Peers.Tests;

/// <summary>All that is said in public, from a stream of the form of Jetstream behind a real PDS.</summary>
public sealed class BlueskyStreamTests
{
    [Fact]
    public async Task Should_Hear_What_Is_Said_Once_And_Go_On_In_Another_Process()
    {
        await using var town = await BlueskyTown.StartAsync(Peer.PdsWithAppView, ("listen", "jetstream"), ("jetstream", new ListValue([Peer.Jetstream])));
        var kari = await town.Pds.OpenAsync("kari");
        var word = $"w{Guid.NewGuid():n}";
        town.Host.Http.LetThrough(Peer.Jetstream);

        // The first reading begins now.
        var page = await ReadAsync(town.Network, null);
        var first = await town.Pds.SayAsync(kari, $"first {word}");
        page = await Pds.UntilAsync(() => ReadAsync(town.Network, page.Cursor), read => read.Posts.Count > 0);
        page.Posts.ShouldHaveSingleItem().RemoteId.ShouldBe(first);
        page.Posts[0].Handle.ShouldBe(kari.Handle);

        var second = await town.Pds.SayAsync(kari, $"second {word}");
        var (process, network) = await town.AgainAsync();
        await using var other = process;
        process.Http.LetThrough(Peer.Jetstream);
        var heard = new List<string>();
        var cursor = page.Cursor;
        await Pds.UntilAsync(
            async () =>
            {
                var next = await ReadAsync(network, cursor);
                cursor = next.Cursor;
                heard.AddRange(next.Posts.Select(post => post.RemoteId));
                return heard.Contains(second);
            },
            isThere => isThere);

        // It begins some seconds before, so what was told there last may be told again here.
        heard.Except([first]).ShouldBe([second]);

        async Task<PublicPostPage> ReadAsync(Network of, string? cursor)
        {
            var reading = of.Search!.ReadAsync(town.Profile, new PublicQuery { AnyOf = [word] }, cursor, CancellationToken.None);
            while (!reading.IsCompleted)
            {
                // The stream is real and takes its own time; the plugin's clock is the test's, and goes on beside it.
                await Task.WhenAny(reading, Task.Delay(100, TestContext.Current.CancellationToken));
                await town.Host.AdvanceAsync(TimeSpan.FromMilliseconds(100));
            }

            return await reading;
        }
    }
}
