using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Mastodon.Tests;

/// <summary>How a profile proves who it is. Nothing is kept of what did not come about.</summary>
public sealed class LoginTests
{
    private const string Kept = "token/@slocombe";

    [Fact]
    public async Task Should_Log_In_By_A_Page_That_Leads_Back()
    {
        // Given
        await using var stage = await Stage.LoggedOutAsync(clock => new MastodonServer(clock));
        stage.Host.Answers.Choice("", MastodonLogin.Here);
        stage.Host.Answers.Page("Allow PluginHost to speak as slocombe@mastodon.example", (page, back) =>
        {
            stage.Server.Challenge = Query(page, "code_challenge");
            Query(page, "code_challenge_method").ShouldBe("S256");
            Query(page, "redirect_uri").ShouldBe(back.ToString());
            page.GetLeftPart(UriPartial.Path).ShouldBe("https://mastodon.example/oauth/authorize");
            return new Uri($"{back}?code={MastodonServer.Code}&state={Query(page, "state")}");
        });

        // When
        var who = await LogInAsync(stage);

        // Then
        who.ShouldBe("slocombe@mastodon.example (on mastodon.example, may read and write)");
        var session = Session.Read(stage.Host.Secrets.Find(Kept)!)!;
        stage.Server.Tokens.ShouldBe([session.Token]);
        session.Scopes.ShouldBe("read write");
        (await stage.SendAsync("Hello")).ShouldBeOfType<Sent>();
    }

    [Fact]
    public async Task Should_Register_Once_For_Codes_That_People_Type()
    {
        await using var stage = await Stage.LoggedInAsync();

        await stage.LogInAsync();

        stage.Server.Requests.Count(request => request.Address.EndsWith("/api/v1/apps", StringComparison.Ordinal)).ShouldBe(1);
        stage.Host.Answers.Asked.ShouldContain(question => question.Contains("https://mastodon.example/oauth/authorize?", StringComparison.Ordinal) && question.Contains("scope=read%20write&", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("?code=code-1&state=another", "not the one that was opened")]
    [InlineData("?code=code-1", "not the one that was opened")]
    [InlineData("?error=access_denied&error_description=The+resource+owner+denied+the+request", "The resource owner denied the request")]
    [InlineData("?state=STATE", "without a code")]
    [InlineData("?code=wrong&state=STATE", "invalid, expired or revoked")]
    public async Task Should_Keep_Nothing_When_The_Page_Leads_Back_With_Something_Else(string query, string said)
    {
        await using var stage = await Stage.LoggedOutAsync(clock => new MastodonServer(clock));
        stage.Host.Answers.Choice("", MastodonLogin.Here);
        stage.Host.Answers.Page("", (page, back) => new Uri($"{back}{query.Replace("STATE", Query(page, "state"), StringComparison.Ordinal)}"));

        (await Should.ThrowAsync<PluginHostException>(LogInAsync(stage))).Message.ShouldContain(said);
        stage.Host.Secrets.Names.ShouldNotContain(Kept);
        stage.Server.Tokens.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Say_What_To_Do_And_Keep_The_Old_Login_When_The_Code_Is_Wrong()
    {
        await using var stage = await Stage.LoggedInAsync();
        var before = stage.Host.Secrets.Find(Kept);
        stage.Host.Answers.Choice("", MastodonLogin.Elsewhere);
        stage.Host.Answers.Secret("", "mistyped");

        (await Should.ThrowAsync<PluginHostException>(LogInAsync(stage))).Message.ShouldContain("Log in again and take the newest one");
        stage.Host.Secrets.Find(Kept).ShouldBe(before);
    }

    [Fact]
    public async Task Should_Refuse_Another_Account_And_Give_Its_Token_Back()
    {
        await using var stage = await Stage.LoggedOutAsync(clock => new MastodonServer(clock) { TokenOwner = "kari" });

        var error = await Should.ThrowAsync<PluginHostException>(stage.LogInAsync());

        error.Message.ShouldContain("In the browser you are kari@mastodon.example, and @slocombe is slocombe@mastodon.example");
        stage.Host.Secrets.Names.ShouldNotContain(Kept);
        stage.Server.Tokens.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_Keep_Nothing_When_The_Person_Leaves(bool atTheChoice)
    {
        await using var stage = await Stage.LoggedOutAsync(clock => new MastodonServer(clock));
        if (!atTheChoice)
            stage.Host.Answers.Choice("", MastodonLogin.Elsewhere);

        stage.Host.Answers.Escape("");

        (await Should.ThrowAsync<PluginHostException>(LogInAsync(stage))).Message.ShouldStartWith("@slocombe is not logged in.");
        stage.Host.Secrets.Names.ShouldNotContain(Kept);
    }

    [Fact]
    public async Task Should_Register_Anew_When_The_Server_Has_Forgotten_The_Program()
    {
        await using var stage = await Stage.LoggedInAsync();
        stage.Server.ForgetApplications();

        (await Should.ThrowAsync<PluginHostException>(stage.LogInAsync())).Message.ShouldContain("unknown client");
        (await stage.LogInAsync()).ShouldStartWith("slocombe@mastodon.example");
    }

    [Fact]
    public async Task Should_Ask_For_No_More_Than_Listening_Needs()
    {
        await using var stage = await Stage.LoggedOutAsync(clock => new MastodonServer(clock));
        stage.Host.Answers.Choice("", MastodonLogin.Elsewhere);
        stage.Host.Answers.Secret("scope=read&", MastodonServer.Code);

        (await stage.Network.Login!.LogInAsync(Town.Slocombe with { Purpose = Profile.Listening }, CancellationToken.None)).ShouldEndWith("may read)");
    }

    [Fact]
    public async Task Should_Have_The_Server_Forget_The_Token_On_Leaving()
    {
        await using var stage = await Stage.LoggedInAsync();

        await stage.Network.Login!.LogOutAsync(Town.Slocombe, CancellationToken.None);

        stage.Server.Tokens.ShouldBeEmpty();
        stage.Host.Secrets.Names.ShouldNotContain(Kept);
        (await stage.SendAsync("Hello")).ShouldBeOfType<TryLater>();
    }

    [Fact]
    public async Task Should_Forget_It_Here_And_Say_So_When_The_Server_Could_Not_Be_Told()
    {
        await using var stage = await Stage.LoggedInAsync();
        stage.Server.Next("POST /oauth/revoke", 503, "<html>");

        (await Should.ThrowAsync<PluginHostException>(stage.Network.Login!.LogOutAsync(Town.Slocombe, CancellationToken.None))).Message.ShouldContain("Revoke PluginHost there");
        stage.Host.Secrets.Names.ShouldNotContain(Kept);
    }

    [Theory]
    [InlineData("slocombe@mastodon.example", true)]
    [InlineData("@Slocombe", true)]
    [InlineData("slocombe@social.mastodon.example", true)]
    [InlineData("slocombe@elsewhere.example", false)]
    [InlineData("slocombe2", false)]
    public void Should_Be_The_Profiles_Account_However_Its_Server_Is_Written(string handle, bool isIts)
    {
        var server = ServerReader.Read(new Uri("https://social.mastodon.example"), Json.Parse("""{"domain":"mastodon.example"}"""), default, Town.Noon);

        MastodonLogin.IsOf(Town.Slocombe with { Handle = handle }, server, "slocombe@mastodon.example").ShouldBe(isIts);
    }

    private static Task<string> LogInAsync(Stage stage) => stage.Network.Login!.LogInAsync(Town.Slocombe, CancellationToken.None);

    private static string Query(Uri page, string name) =>
        Uri.UnescapeDataString(page.Query.TrimStart('?').Split('&').Select(part => part.Split('=', 2)).First(part => part[0] == name)[1]);
}
