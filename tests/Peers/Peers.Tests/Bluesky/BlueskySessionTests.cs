using System.Text.Json.Nodes;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Peers.Tests;

/// <summary>Sessions of a real PDS.</summary>
public sealed class BlueskySessionTests
{
    private const string Secret = "session/@telco";

    [Fact]
    public async Task Should_Refuse_A_Wrong_Password_And_Say_What_To_Do()
    {
        await using var town = await BlueskyTown.OpenAsync(Peer.Pds);
        town.Host.Answers.Secret("App password", "not-the-password");

        var error = await Should.ThrowAsync<PluginHostException>(() => town.Network.Login!.LogInAsync(town.Profile, CancellationToken.None));

        error.ShouldBeOfType<PluginHostException>().Message.ShouldContain("Make a new app password");
    }

    [Fact]
    public async Task Should_Renew_A_Token_That_Is_No_Longer_Taken()
    {
        await using var town = await BlueskyTown.StartAsync(Peer.Pds);
        Spoil(town, "accessJwt");

        await town.PublishAsync(town.Post("With a new token"));

        (await town.Pds.AllAsync(town.Account, "app.bsky.feed.post")).Count.ShouldBe(1);
        await town.PublishAsync(town.Post("And again"));
    }

    [Fact]
    public async Task Should_Say_To_Log_In_Again_Where_The_App_Password_Was_Revoked()
    {
        await using var town = await BlueskyTown.StartAsync(Peer.Pds);
        await town.Pds.PostAsync(town.Account.Token, "com.atproto.server.revokeAppPassword", new JsonObject { ["name"] = "pluginhost" });
        Spoil(town, "accessJwt");

        (await town.SendAsync(town.Post("Hello"))).ShouldBeOfType<TryLater>().Reason.ShouldContain("pluginhost profiles login @telco");

        (await town.Network.Login!.LookOverAsync(town.Profile, CancellationToken.None)).Single(one => one.What == "session").Advice.ShouldContain("log in");
    }

    [Fact]
    public async Task Should_Look_All_Of_It_Over()
    {
        await using var town = await BlueskyTown.StartAsync(Peer.PdsWithAppView);

        var findings = await town.Network.Login!.LookOverAsync(town.Profile, CancellationToken.None);

        findings.Where(one => one.What != "clock").ShouldAllBe(one => one.Advice.Length == 0, string.Join("; ", findings));
        findings.Select(one => one.What).ShouldBe(["server", "clock", "session", "account", "rights", "limit", "reading"]);
        findings.Single(one => one.What == "rights").Stands.ShouldContain("app password");
        (await town.Network.Login.CheckAsync(town.Profile, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task Should_Log_Out()
    {
        await using var town = await BlueskyTown.StartAsync(Peer.Pds);

        await town.Network.Login!.LogOutAsync(town.Profile, CancellationToken.None);

        town.Host.Secrets.Names.ShouldBeEmpty();
        (await town.Network.Login.CheckAsync(town.Profile, CancellationToken.None)).ShouldNotBeNull().ShouldContain("not logged in");
    }

    private static void Spoil(BlueskyTown town, string token)
    {
        var session = JsonNode.Parse(town.Host.Secrets.Find(Secret)!)!;
        session[token] = $"{session[token]}"[..^4] + "AAAA";
        town.Host.Secrets.Keep(Secret, session.ToJsonString());
    }
}
