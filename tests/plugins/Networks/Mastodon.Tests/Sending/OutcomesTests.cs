using PluginHost.Campaigns;

namespace PluginHost.Mastodon.Tests;

/// <summary>What answers mean for a post: no more than the server said.</summary>
public sealed class OutcomesTests
{
    private const string Status = """{"id":"115","created_at":"2026-03-02T12:00:01.000Z","url":"https://mastodon.example/@slocombe/115"}""";

    [Fact]
    public void Should_Be_Sent_When_The_Server_Gives_The_Post()
    {
        var sent = Of(200, Status, ("X-RateLimit-Remaining", "297"), ("X-RateLimit-Reset", "2026-03-02T12:05:00.123456Z")).ShouldBeOfType<Sent>();

        sent.RemoteId.ShouldBe("115");
        sent.Link.ShouldBe("https://mastodon.example/@slocombe/115");
        sent.At.ShouldBe(Town.Noon.AddSeconds(1));
        sent.RateLimit!.Remaining.ShouldBe(297);
        sent.RateLimit.ResetsAt.ShouldBe(Town.Noon.AddMinutes(5).AddTicks(1_234_560));
    }

    [Theory]
    [InlineData(200, """{"id":"7","scheduled_at":"2026-03-02T13:00:00.000Z","params":{"text":"Hello"},"media_attachments":[]}""", "put the post off")]
    [InlineData(200, """{"id":"115","created_at":"2026-03-0""", "nothing that can be read")]
    [InlineData(200, "<html><body>Please log in to the Wi-Fi</body></html>", "a page for people")]
    [InlineData(200, "{}", "neither that the post is there")]
    [InlineData(202, "", "nothing that can be read")]
    [InlineData(500, """{"error":"Something went wrong on our end"}""", "Something went wrong")]
    [InlineData(502, "<html>Bad gateway</html>", "a page for people")]
    [InlineData(503, "", "503")]
    [InlineData(404, "<html>", "a page for people")]
    [InlineData(422, "", "422")]
    [InlineData(301, "", "leads to nowhere")]
    [InlineData(408, """{"error":"Timeout"}""", "Timeout")]
    public void Should_Be_Unknown_When_The_Answer_Says_Neither_Yes_Nor_No(int status, string body, string said) =>
        Of(status, body).ShouldBeOfType<UnknownOutcome>().Reason.ShouldContain(said);

    [Theory]
    [InlineData(422, "Validation failed: Text character limit of 500 exceeded")]
    [InlineData(404, "Record not found")]
    [InlineData(403, "Your account is suspended")]
    [InlineData(400, "poll needs two options")]
    public void Should_Be_Refused_When_The_Server_Says_So_In_Words_Of_Its_Own(int status, string error) =>
        Of(status, $$"""{"error":"{{error}}"}""").ShouldBeOfType<RefusedByNetwork>().Reason.ShouldBe(error);

    [Theory]
    [InlineData(401, """{"error":"The access token was revoked"}""")]
    [InlineData(401, "")]
    [InlineData(401, "<html>")]
    [InlineData(403, """{"error":"This action is outside the authorized scopes"}""")]
    public void Should_Wait_For_The_Person_When_The_Login_Is_Not_Taken(int status, string body) =>
        Of(status, body).ShouldBeOfType<TryLater>().Reason.ShouldEndWith("Log in again: pluginhost profiles login @slocombe");

    [Theory]
    [InlineData("X-RateLimit-Reset", "2026-03-02T12:04:00.000Z", 240)]
    [InlineData("X-RateLimit-Reset", "1772453040", 240)]
    [InlineData("Retry-After", "30", 30)]
    [InlineData("Retry-After", "Mon, 02 Mar 2026 12:02:00 GMT", 120)]
    public void Should_Wait_Until_The_Server_Takes_More(string header, string value, int seconds)
    {
        var later = Of(429, """{"error":"Too many requests"}""", (header, value)).ShouldBeOfType<TryLater>();

        later.NotBefore.ShouldBe(Town.Noon.AddSeconds(seconds));
        later.Reason.ShouldContain("it takes more from 12:0");
    }

    [Fact]
    public void Should_Try_Later_When_It_Was_Asked_Too_Often_And_Nobody_Says_Until_When() => Of(429, "<html>").ShouldBeOfType<TryLater>().NotBefore.ShouldBeNull();

    [Fact]
    public void Should_Try_Later_When_A_Picture_Was_Attached_Too_Early() =>
        Of(422, """{"error":"Cannot attach files that have not finished processing. Try again in a moment!"}""").ShouldBeOfType<TryLater>().NotBefore.ShouldBe(Town.Noon.AddSeconds(15));

    [Theory]
    [InlineData(307)]
    [InlineData(308)]
    public void Should_Say_Where_It_Leads_And_Send_Nothing_There(int status)
    {
        var later = Of(status, "", ("Location", "https://elsewhere.example/api/v1/statuses")).ShouldBeOfType<TryLater>();

        later.Reason.ShouldContain("leads to https://elsewhere.example/api/v1/statuses, and nothing was sent there");
        later.Reason.ShouldContain("plugins.yaml");
    }

    private static SendResult Of(int status, string body, params (string Name, string Value)[] headers) =>
        Outcomes.Of(Town.Answer(status, body, headers), Town.Slocombe, Town.Noon);
}
