using System.Security.Cryptography;
using PluginHost.Giveaways.Draws;
using PluginHost.Giveaways.Randomness;
using PluginHost.Giveaways.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Giveaways.Tests.Randomness;

public sealed class DrandTests
{
    private readonly FakeDrand _drand = new();

    [Fact]
    public async Task Should_Take_What_Two_Hosts_Say_Though_The_Others_Are_Silent()
    {
        // Given
        _drand.Says["one.example"] = _ => "";
        _drand.Says["two.example"] = _ => "<html>Too many requests</html>";

        // When
        var said = await ReadAsync(1000);

        // Then
        said.Signature.ShouldBe(FakeDrand.SignatureOf(1000));
        said.Randomness.ShouldBe(SHA256.HashData(Convert.FromHexString(FakeDrand.SignatureOf(1000))));
        said.Sources.ShouldBe(["three.example", "four.example"]);
        _drand.Asked.ShouldContain($"https://one.example/{Quicknet.Chain}/public/1000");
    }

    [Fact]
    public async Task Should_Draw_Nothing_Where_One_Host_Disagrees()
    {
        // Given: three agree, and yet nobody knows who is right.
        _drand.Says["four.example"] = round => FakeDrand.AnswerOf(round + 1).Replace($"\"round\":{round + 1}", $"\"round\":{round}", StringComparison.Ordinal);

        // When
        var refused = await Should.ThrowAsync<PluginHostException>(() => ReadAsync(1000));

        // Then
        refused.Message.ShouldContain("The hosts do not agree on round 1000");
        refused.Message.ShouldContain("four.example says");
    }

    [Theory]
    [InlineData("a randomness that does not fit", "said a randomness that is not the digest of its signature")]
    [InlineData("another round", "answered with another round")]
    [InlineData("no signature", "said what is no signature of 48 bytes")]
    [InlineData("nonsense", "said what is no answer of drand")]
    [InlineData("far too much", "said far too much")]
    public async Task Should_Not_Count_A_Host_That_Says(string what, string complaint)
    {
        // Given
        foreach (var host in new[] { "one.example", "two.example", "three.example" })
        {
            _drand.Says[host] = round => what switch
            {
                "a randomness that does not fit" => FakeDrand.Answer(round, FakeDrand.SignatureOf(round), new string('0', 64)),
                "another round" => FakeDrand.AnswerOf(round + 1),
                "no signature" => FakeDrand.Answer(round, "abcd", new string('0', 64)),
                "nonsense" => "[1, 2]",
                _ => new string(' ', 20_000),
            };
        }

        // When
        var refused = await Should.ThrowAsync<PluginHostException>(() => ReadAsync(1000));

        // Then
        refused.Message.ShouldContain("must come from 2 hosts that agree, and came from 1");
        refused.Message.ShouldContain($"one.example: {complaint}");
    }

    [Fact]
    public void Should_Take_What_Is_Handed_In_Only_Where_It_Fits()
    {
        var signature = FakeDrand.SignatureOf(7);
        var randomness = Hex.Of(SHA256.HashData(Convert.FromHexString(signature)));

        HandedIn.Read(7, signature, randomness, DrandBeacon.Known).Sources.ShouldBe(["handed in"]);
        HandedIn.Read(7, signature, "", DrandBeacon.Known).Signature.ShouldBe(signature);
        Should.Throw<WrongUseException>(() => HandedIn.Read(7, signature, new string('1', 64), DrandBeacon.Known)).Message.ShouldContain("does not fit its signature");
        Should.Throw<WrongUseException>(() => HandedIn.Read(7, signature[..^2], "", DrandBeacon.Known)).Message.ShouldContain("is no signature of quicknet");
        Should.Throw<WrongUseException>(() => HandedIn.Read(7, signature.ToUpperInvariant(), "", DrandBeacon.Known)).Message.ShouldContain("small hexadecimal letters");
    }

    [Fact]
    public async Task Should_Wait_And_Ask_Again_Where_Hosts_Do_Not_Agree()
    {
        // Given
        using var fair = new Fair();
        fair.Drand.Says["drand.cloudflare.com"] = round => FakeDrand.Answer(round, FakeDrand.SignatureOf(1), Hex.Of(SHA256.HashData(Convert.FromHexString(FakeDrand.SignatureOf(1)))));
        var (plugin, host, giveaways) = await fair.StartAsync();
        await giveaways.BeginAsync(fair.Terms(), Fair.Effect(), CancellationToken.None);
        fair.Enter("ola", "kari");
        await fair.GoOnAsync(giveaways, Campaigns.GiveawayState.Committed);
        fair.Clock.Advance(TimeSpan.FromMinutes(20));

        // When
        var stuck = await giveaways.GoOnAsync("phones", CancellationToken.None);
        fair.Drand.Says.Clear();
        fair.Clock.Advance(TimeSpan.FromMinutes(1));
        var drawn = await giveaways.GoOnAsync("phones", CancellationToken.None);

        // Then
        stuck.Problem.ShouldContain("The hosts do not agree");
        stuck.IsDrawn.ShouldBeFalse();
        (drawn.IsDrawn, drawn.Problem).ShouldBe((true, ""));
        (await plugin.ShowAsync(host, "phones", CancellationToken.None))["problem"].ToString().ShouldBeEmpty();
    }

    private Task<BeaconRound> ReadAsync(long round) =>
        new DrandBeacon(_drand, ["one.example", "two.example", "three.example", "four.example"]).ReadAsync(round, CancellationToken.None);
}
