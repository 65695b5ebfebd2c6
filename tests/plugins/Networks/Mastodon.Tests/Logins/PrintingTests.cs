namespace PluginHost.Mastodon.Tests;

/// <summary>What is printed by accident gets into a log.</summary>
public sealed class PrintingTests
{
    [Fact]
    public void Should_Print_No_Token_And_No_Secret_Of_A_Session() =>
        $"{new Session { Server = MastodonServer.Address, Token = "the-token", AccountId = "1", Account = "slocombe@mastodon.example", Scopes = "read write", ClientId = "client", ClientSecret = "the-secret" }}"
            .ShouldBe($"slocombe@mastodon.example on {MastodonServer.Address}");

    [Fact]
    public void Should_Print_No_Secret_Of_An_Application() =>
        $"{new Application { Id = "client", Secret = "the-secret", Redirect = Application.OutOfBand }}".ShouldBe($"client, led back to {Application.OutOfBand}");
}
