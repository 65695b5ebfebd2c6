using PluginHost.Campaigns;

namespace PluginHost.Mastodon.Tests;

public sealed class NotificationTests
{
    private static readonly Server Server = ServerReader.Read(new Uri("https://mastodon.example"), Json.Parse("{}"), default, Town.Noon);
    private static readonly Session Session = new() { Server = "https://mastodon.example", Token = "t", AccountId = "1", Account = "slocombe@mastodon.example", Scopes = "read", ClientId = "c", ClientSecret = "s" };

    [Theory]
    [InlineData("""{"id":"115"}""", "115")]
    [InlineData("""{"id":"115A","reblog":{"id":"115a"}}""", "115a")]
    [InlineData("""{"id":"115","reblog":null}""", "115")]
    public void Should_Name_The_Post_That_Was_Passed_On_Also_Where_A_Server_Wraps_It(string status, string post)
    {
        var told = Json.Parse("""{"id":"7","type":"reblog","created_at":"2026-03-02T12:00:00Z","account":{"acct":"ola"},"status":""" + status + "}");

        var repost = Notification.Read(told, Server, Session)!;

        (repost.Kind, repost.Post, repost.Handle).ShouldBe((NetworkEventKind.Repost, post, "ola@mastodon.example"));
    }

    [Theory]
    [InlineData("""{"id":"115","quote":{"quoted_status":{"id":"99"}},"content":"<p>See</p>"}""", "99")]
    [InlineData("""{"id":"115","quote":{"quoted_status_id":"99"},"content":"<p>See</p>"}""", "99")]
    public void Should_Be_A_Mention_Of_The_Post_That_Is_Quoted(string status, string post)
    {
        var told = Json.Parse("""{"id":"7","type":"quote","created_at":"2026-03-02T12:00:00Z","account":{"acct":"ola"},"status":""" + status + "}");

        var quote = Notification.Read(told, Server, Session)!;

        (quote.Kind, quote.Post, quote.RemoteId, quote.Text).ShouldBe((NetworkEventKind.Mention, post, "115", "See"));
    }

    [Theory]
    [InlineData("""{"id":"7","type":"follow","account":{"acct":"ola"}}""")]
    [InlineData("""{"type":"follow","created_at":"2026-03-02T12:00:00Z","account":{"acct":"ola"}}""")]
    [InlineData("""{"id":"7","type":"severed_relationships","created_at":"2026-03-02T12:00:00Z"}""")]
    [InlineData("7")]
    public void Should_Be_Nothing_When_It_Is_No_Event(string told) => Notification.Read(Json.Parse(told), Server, Session).ShouldBeNull();
}
