namespace PluginHost.Sdk.Testing.Tests;

public sealed class SecretTests
{
    [Fact]
    public async Task Should_Fail_With_The_Question_When_A_Secret_Or_A_Page_Is_Not_Prepared()
    {
        await using var host = await TestHost.StartAsync<ShelfPlugin>();

        (await Should.ThrowAsync<UnpreparedException>(host.DoAsync("shelf.join"))).Message.ShouldContain("host.Answers.Secret(\"The number of your card?\"");
        host.Answers.Secret("card", "4711");
        (await Should.ThrowAsync<UnpreparedException>(host.DoAsync("shelf.join"))).Message.ShouldContain("host.Answers.Page(\"Confirm the card.\"");
        host.Secrets.Names.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Keep_Nothing_When_The_Person_Leaves()
    {
        await using var host = await TestHost.StartAsync<ShelfPlugin>();
        host.Answers.Escape("card?");
        (await host.DoAsync("shelf.join")).ShouldBe("no card");

        host.Answers.Secret("", "4711");
        host.Answers.Escape("Confirm");
        (await host.DoAsync("shelf.join")).ShouldBe("not confirmed");

        host.Secrets.Find("card").ShouldBeNull();
    }

    [Fact]
    public async Task Should_Lead_Back_From_A_Page_And_Show_What_Is_Kept_In_Another_Host_Too()
    {
        await using var host = await TestHost.StartAsync<ShelfPlugin>();
        Uri? shown = null;
        host.Answers.Secret("card", "4711");
        host.Answers.Page("Confirm", (page, back) =>
        {
            shown = page;
            return new Uri(back, "?code=1");
        });

        (await host.DoAsync("shelf.join")).ShouldBe("4711?code=1");

        shown!.AbsoluteUri.ShouldStartWith("https://library.example/confirm?back=http://127.0.0.1:");
        await using var other = await host.AgainAsync();
        other.Secrets.Names.ShouldBe(["card"]);
        other.Secrets.Find("card").ShouldBe("4711?code=1");
        other.Secrets.Keep("card", "put there");
        host.Secrets.Find("card").ShouldBe("put there");
    }
}
