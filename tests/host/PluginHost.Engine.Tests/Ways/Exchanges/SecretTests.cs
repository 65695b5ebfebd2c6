using System.Net;
using PluginHost.Engine.Ways;
using PluginHost.Engine.Ways.Accounts;
using PluginHost.Engine.Ways.Exchanges;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Ways.Exchanges;

/// <summary>A secret in every place of a request and an answer, none of which reaches the record.</summary>
public sealed class SecretTests
{
    private const string Jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJkaWQ6cGxjOmFiYyJ9.Sflkxwrjsmekkf2qt4fwpmejf36pok6yjvadqssw5c";
    private const string Plain = "correcthorse";

    public static TheoryData<string, string> Places => new()
    {
        { "authorization", Plain },
        { "basic", Plain },
        { "cookie", Plain },
        { "dpop", Jwt },
        { "user info", Plain },
        { "code", Plain },
        { "state", Plain },
        { "client_secret", Plain },
        { "access_token", Plain },
        { "path", Jwt },
        { "path", "abcd-efgh-ijkl-mnop" },
        { "form", Plain },
        { "json", Plain },
        { "set-cookie", Plain },
        { "error names it", Plain },
        { "error", Jwt },
        { "error", "abcd-efgh-ijkl-mn0p" },
        { "error", "u7Jd9skQWe0sdjKKs92jdlaPPq8" },
        { "broken", Jwt },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Should_Never_Reach_The_Record(string place, string secret)
    {
        using var folder = new TestFolder();
        var log = new ExchangeLog(folder.Path);
        var way = WayTo(log, request => place == "broken" ? throw new HttpRequestException($"could not send Bearer {secret} there") : Answer(place, secret, request));

        try
        {
            using var answer = await way.SendAsync(Request(place, secret), CancellationToken.None);
        }
        catch (HttpRequestException)
        {
        }

        log.Read().ShouldHaveSingleItem();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder.Path, "exchanges")))
            (await File.ReadAllTextAsync(file)).ShouldNotContain(secret);
    }

    [Theory]
    [InlineData("Profile did:plc:ewvi7nxzyoun6zhxrhs64oiz was not found")]
    [InlineData("Could not find record: at://did:plc:ewvi7nxzyoun6zhxrhs64oiz/app.bsky.feed.post/3k2yihcrp6f2c")]
    [InlineData("Record/bafyreidfayvfuwqa7qlnopdjiqrxzs6blmoeu4rujcjtnci5beludirz2a is another")]
    [InlineData("Validation failed: Text character limit of 500 exceeded")]
    [InlineData("InvalidRequestException: InternalServerErrorOccurred in app.bsky.feed.getPostThread")]
    [InlineData("status 116172483947362518 does not exist")]
    public void Should_Keep_What_Is_No_Secret(string text) => Redaction.Of(text, []).ShouldBe(text);

    [Fact]
    public void Should_Keep_Of_An_Address_What_Is_No_Secret() => Redaction.OfAddress(
            new Uri("https://me:mine@example.org:8443/api/v1/statuses?limit=40&max_id=116172483947362518&code=abc&access_token=x&q=hello%20you"), [])
        .ShouldBe("https://example.org:8443/api/v1/statuses?limit=40&max_id=116172483947362518&code=***&access_token=***&q=hello%20you");

    private static HttpRequestMessage Request(string place, string secret)
    {
        var query = place is "code" or "state" or "client_secret" or "access_token" ? $"?limit=1&{place}={secret}" : "";
        var user = place == "user info" ? $"me:{secret}@" : "";
        var request = new HttpRequestMessage(HttpMethod.Post, $"https://{user}example.org/{(place == "path" ? secret : "posts")}{query}");
        if (place is "authorization" or "basic")
            request.Headers.TryAddWithoutValidation("Authorization", $"{(place == "basic" ? "Basic" : "Bearer")} {secret}");
        else if (place is "cookie")
            request.Headers.TryAddWithoutValidation("Cookie", $"session={secret}; a=b");
        else if (place is "dpop")
            request.Headers.TryAddWithoutValidation("DPoP", secret);
        else if (place is "form")
            request.Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["password"] = secret });
        else if (place is "json")
            request.Content = new StringContent($$"""{"identifier":"me","password":"{{secret}}"}""");

        return request;
    }

    // The answer says everything back that it was told, as some servers do.
    private static HttpResponseMessage Answer(string place, string secret, HttpRequestMessage request)
    {
        var error = place switch
        {
            "error names it" => $$"""{"error":"bad","refresh_token":"{{secret}}"}""",
            "error" => $"the token {secret} is over",
            "set-cookie" => "bad",
            _ => $"you have sent {request.RequestUri} and {request.Headers} and {secret}",
        };
        var answer = new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new StringContent(error), RequestMessage = request };
        answer.Headers.TryAddWithoutValidation("Set-Cookie", $"session={(place == "set-cookie" ? secret : "x")}");
        return answer;
    }

    private static AccountWay WayTo(ExchangeLog log, Func<HttpRequestMessage, HttpResponseMessage> server) => new(
        new Needs("acme", ["network"]),
        new HttpAccount { Name = "@acme" },
        (request, _, _) => Task.FromResult(server(request)),
        (_, _) => throw new NotSupportedException(),
        WayTools.Of(TimeProvider.System) with { Log = log },
        CancellationToken.None);
}
