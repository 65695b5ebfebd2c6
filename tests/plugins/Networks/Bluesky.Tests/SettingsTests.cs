using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Bluesky.Tests;

public sealed class SettingsTests
{
    [Fact]
    public async Task Should_Say_How_Else_To_Listen()
    {
        var error = await Should.ThrowAsync<PluginHostException>(() => Town.OpenAsync(("listen", "jetsream")));

        $"{error.Message} {error.InnerException?.Message}".ShouldContain("write search or jetstream");
    }

    [Fact]
    public async Task Should_Say_Which_Address_Is_None()
    {
        var error = await Should.ThrowAsync<PluginHostException>(() => Town.OpenAsync(("listen", "jetstream"), ("jetstream", new ListValue(["https://example.com"]))));

        $"{error.Message} {error.InnerException?.Message}".ShouldContain("is no address");
    }

    [Fact]
    public async Task Should_Listen_To_The_Stream()
    {
        await using var town = await Town.OpenAsync(("listen", "jetstream"));

        town.Network.Search.ShouldNotBeNull();
    }
}
