using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Mastodon.Tests;

/// <summary>After a doubt: where a server shows less than there is, it is not believed when it shows nothing.</summary>
public sealed class LookUpTests
{
    private const string Own = "GET /api/v1/accounts/";

    [Fact]
    public async Task Should_Turn_Pages_As_Far_Back_As_The_Attempt()
    {
        await using var stage = await Stage.LoggedInAsync();
        stage.Server.Say("slocombe", "Hello", at: stage.Now.AddHours(-1));
        var since = stage.Now;
        var post = stage.Server.Say("slocombe", "Hello", at: since.AddSeconds(1));
        for (var i = 0; i < 90; i++)
            stage.Server.Say("slocombe", string.Create(CultureInfo.InvariantCulture, $"Later {i}"), at: since.AddSeconds(2 + i));

        (await stage.FindAsync(Town.Post("Hello"), since)).ShouldBeOfType<Found>().Sent.RemoteId.ShouldBe(post.Id);
        stage.Server.Requests.Count(request => request.Address.Contains("/statuses?", StringComparison.Ordinal)).ShouldBe(3);
    }

    [Theory]
    [InlineData(3_600)]
    [InlineData(-3_600)]
    public async Task Should_Find_It_And_No_Older_One_When_The_Clocks_Are_An_Hour_Apart(int seconds)
    {
        await using var stage = await Stage.LoggedInAsync(clock => new MastodonServer(clock) { Ahead = TimeSpan.FromSeconds(seconds) });
        stage.Server.Say("slocombe", "Hello", at: stage.Server.Now.AddMinutes(-10));
        var since = stage.Now;

        (await stage.FindAsync(Town.Post("Hello"), since)).ShouldBeOfType<NotThere>();
        var post = stage.Server.Say("slocombe", "Hello");
        (await stage.FindAsync(Town.Post("Hello"), since)).ShouldBeOfType<Found>().Sent.RemoteId.ShouldBe(post.Id);
    }

    // The host asks again by itself, and the answer to its second question is dated much later than the first was asked. No clock is ahead because of that.
    [Fact]
    public async Task Should_Find_It_However_Long_The_Server_Takes_To_Say()
    {
        await using var stage = await Stage.LoggedInAsync();
        var since = stage.Now;
        var post = stage.Server.Say("slocombe", "Hello", at: since.AddSeconds(1));
        stage.Server.Next(Own, 503, """{"error":"Service Unavailable"}""", ("Retry-After", "15"));

        var told = await stage.PassingAsync(stage.FindAsync(Town.Post("Hello"), since), TimeSpan.FromMinutes(1));

        told.ShouldBeOfType<Found>().Sent.RemoteId.ShouldBe(post.Id);
        stage.Now.ShouldBeGreaterThanOrEqualTo(since.AddSeconds(15));
    }

    [Theory]
    [InlineData("R&D at https://slocombe.example/flavours?a=1&b=2")]
    [InlineData("One\nline\n\nand another <b>")]
    [InlineData("مرحبا https://slocombe.example/نكهات")]
    public async Task Should_Find_It_By_What_It_Says_Whatever_Mark_Up_It_Has(string text)
    {
        await using var stage = await Stage.LoggedInAsync();
        stage.Server.Say("slocombe", text);

        (await stage.FindAsync(Town.Post(text), stage.Now)).ShouldBeOfType<Found>();
    }

    [Fact]
    public async Task Should_Look_At_The_Source_Where_A_Server_Shows_Another_Text()
    {
        await using var stage = await Stage.LoggedInAsync();
        var post = stage.Server.Say("slocombe", "Hello *you*");
        stage.Server.Next(Own, 200, $$"""[{"id":"{{post.Id}}","created_at":"{{stage.Now:O}}","in_reply_to_id":null,"content":"<p>Hello <em>you</em></p>"}]""");

        (await stage.FindAsync(Town.Post("Hello *you*"), stage.Now)).ShouldBeOfType<Found>().Sent.RemoteId.ShouldBe(post.Id);
    }

    // What Mastodon shows may be another text than was sent, and then its source alone tells.
    [Theory]
    [InlineData(500, """{"error":"Internal Server Error"}""")]
    [InlineData(403, """{"error":"This action is outside the authorized scopes"}""")]
    [InlineData(404, """{"error":"Record not found"}""")]
    [InlineData(200, "<html>")]
    [InlineData(200, "{}")]
    public async Task Should_Not_Say_That_It_Is_Not_There_While_A_Source_Could_Not_Be_Read(int status, string body)
    {
        await using var stage = await Stage.LoggedInAsync();
        var other = stage.Server.Say("slocombe", "Something else");

        // A question is repeated by the host.
        for (var time = 0; time < 5; time++)
            stage.Server.Next(SourceOf(other), status, body);

        (await stage.PassingAsync(stage.FindAsync(Town.Post("Hello"), stage.Now), TimeSpan.FromMinutes(2))).ShouldBeOfType<CannotTell>().Reason.ShouldContain("mastodon.example shows 1 ");
        stage.Server.Recover();
        (await stage.FindAsync(Town.Post("Hello"), stage.Now)).ShouldBeOfType<NotThere>();
    }

    [Fact]
    public async Task Should_Be_Asked_Again_Where_Sources_Are_Asked_For_Too_Often()
    {
        await using var stage = await Stage.LoggedInAsync();
        var other = stage.Server.Say("slocombe", "Something else");
        for (var time = 0; time < 5; time++)
            stage.Server.Next(SourceOf(other), 429, """{"error":"Too many requests"}""");

        var asking = stage.PassingAsync(stage.FindAsync(Town.Post("Hello"), stage.Now), TimeSpan.FromMinutes(10));

        (await Should.ThrowAsync<PluginHostException>(asking)).Message.ShouldContain("Too many requests");
    }

    [Theory]
    [InlineData(40, true)]
    [InlineData(41, false)]
    public async Task Should_Look_At_So_Many_Sources_And_Say_So_Where_There_Are_More(int others, bool isBelieved)
    {
        await using var stage = await Stage.LoggedInAsync();
        for (var i = 0; i < others; i++)
            stage.Server.Say("slocombe", string.Create(CultureInfo.InvariantCulture, $"Later {i}"));

        var told = await stage.FindAsync(Town.Post("Hello"), stage.Now);

        (told is NotThere).ShouldBe(isBelieved);
        (told is CannotTell).ShouldBe(!isBelieved);
    }

    // Those next to the attempt come first: there it is.
    [Fact]
    public async Task Should_Find_It_By_Its_Source_However_Much_Was_Said_Since()
    {
        await using var stage = await Stage.LoggedInAsync();
        var post = stage.Server.Say("slocombe", "Hello *you*");
        var page = string.Join(',', Enumerable.Range(0, 60).Select(i => $$"""{"id":"{{9_000 - i}}","created_at":"{{stage.Now:O}}","content":"<p>{{i}}</p>"}"""));
        stage.Server.Next(Own, 200, $$"""[{{page}},{"id":"{{post.Id}}","created_at":"{{stage.Now:O}}","in_reply_to_id":null,"content":"<p>Hello <em>you</em></p>"}]""");

        (await stage.FindAsync(Town.Post("Hello *you*"), stage.Now)).ShouldBeOfType<Found>().Sent.RemoteId.ShouldBe(post.Id);
    }

    // It shows what was said, and has nothing besides.
    [Fact]
    public async Task Should_Believe_A_Server_That_Has_No_Sources()
    {
        await using var stage = await Stage.LoggedInAsync(Snac);
        foreach (var other in Enumerable.Range(0, 15).Select(i => stage.Server.Say("slocombe", string.Create(CultureInfo.InvariantCulture, $"Later {i}"))))
            stage.Server.Next(SourceOf(other), 404, "<html>");

        (await stage.FindAsync(Town.Post("Hello"), stage.Now)).ShouldBeOfType<NotThere>();
    }

    [Theory]
    [InlineData(PostVisibility.Public, false, true)]
    [InlineData(PostVisibility.Unlisted, false, true)]
    [InlineData(PostVisibility.Followers, false, false)]
    [InlineData(PostVisibility.Mentioned, false, false)]
    [InlineData(PostVisibility.Public, true, false)]
    public async Task Should_Not_Believe_A_Server_That_Leaves_Out_Such_Posts(PostVisibility visibility, bool hasPoll, bool isBelieved)
    {
        await using var stage = await Stage.LoggedInAsync(Snac);
        var post = Town.Post("Hello") with
        {
            Extras = new PostExtras { Visibility = visibility, Poll = hasPoll ? new Poll { Options = ["a", "b"], Lasts = TimeSpan.FromHours(1) } : null },
        };

        var told = await stage.FindAsync(post, stage.Now);

        (told is NotThere).ShouldBe(isBelieved);
        (told is CannotTell { Reason.Length: > 0 }).ShouldBe(!isBelieved);
    }

    [Theory]
    [InlineData(39, true)]
    [InlineData(40, false)]
    [InlineData(120, true)]
    [InlineData(250, false)]
    public async Task Should_Not_Believe_A_Server_That_Gives_Its_Newest_Page_For_Ever_Unless_That_Is_All(int count, bool isBelieved)
    {
        await using var stage = await Stage.LoggedInAsync(Snac);
        var page = $"[{string.Join(',', Enumerable.Range(0, count).Select(i => $$"""{"id":"{{900 - i}}","created_at":"{{stage.Now.AddSeconds(300 - i):O}}","content":"<p>{{i}}</p>"}"""))}]";
        stage.Server.Next(Own, 200, page);
        stage.Server.Next(Own, 200, page);

        (await stage.FindAsync(Town.Post("Hello"), stage.Now) is NotThere).ShouldBe(isBelieved);
    }

    [Theory]
    [InlineData(401, """{"error":"The access token is invalid"}""", "Log in again")]
    [InlineData(200, "<html>", "a page for people")]
    [InlineData(200, """[{"id":"1"}""", "nothing that can be read")]
    [InlineData(200, "{}", "200")]
    [InlineData(404, """{"error":"Record not found"}""", "Record not found")]
    public async Task Should_Be_Asked_Again_When_It_Cannot_Be_Told_Now(int status, string body, string said)
    {
        await using var stage = await Stage.LoggedInAsync();
        stage.Server.Next(Own, status, body);

        (await Should.ThrowAsync<PluginHostException>(stage.FindAsync(Town.Post("Hello"), stage.Now))).Message.ShouldContain(said);
    }

    private static MastodonServer Snac(TimeProvider clock) => new(clock) { KnowsKeys = false, Software = "snac", Version = "4.0.0 (not true; really snac/2.96)" };

    private static string SourceOf(StandInStatus status) => $"GET /api/v1/statuses/{status.Id}/source";
}
