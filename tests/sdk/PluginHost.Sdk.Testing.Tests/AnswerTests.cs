namespace PluginHost.Sdk.Testing.Tests;

public sealed class AnswerTests
{
    [Fact]
    public async Task Should_Fail_With_The_Question_When_Nobody_Has_Prepared_An_Answer()
    {
        await using var host = await TestHost.StartAsync<ShelfPlugin>();

        (await Should.ThrowAsync<UnpreparedException>(host.DoAsync("shelf.clear"))).Message
            .ShouldBe("Nobody has prepared an answer to \"Throw all books away?\". Before it: host.Answers.Confirm(\"Throw all books away?\", …);");
    }

    [Fact]
    public async Task Should_Fail_Where_The_Plugin_Swallows_What_Was_Not_Prepared()
    {
        await using var host = await TestHost.StartAsync<ShelfPlugin>();

        (await Should.ThrowAsync<UnpreparedException>(host.DoAsync("shelf.ask"))).Message.ShouldContain("Who reads this?");
    }

    [Fact]
    public async Task Should_Fail_When_A_Parameter_Is_Asked_For_And_Nobody_Answers()
    {
        await using var host = await TestHost.StartAsync<ShelfPlugin>();

        (await Should.ThrowAsync<UnpreparedException>(host.DoAsync("shelf.add"))).Message.ShouldContain("Which book?");
        host.Answers.Asked.ShouldBe(["Which book?"]);
    }

    [Fact]
    public async Task Should_Refuse_A_Choice_That_Is_Not_Offered()
    {
        await using var host = await TestHost.StartAsync<ShelfPlugin>();
        host.Answers.Choice("By what?", "colour");

        (await Should.ThrowAsync<UnpreparedException>(host.DoAsync("shelf.sort"))).Message
            .ShouldBe("\"colour\" cannot be chosen for \"By what?\". There is title, time.");
    }

    [Fact]
    public async Task Should_Do_Nothing_When_A_Parameter_Is_Left_With_Esc()
    {
        await using var host = await TestHost.StartAsync<ShelfPlugin>();
        host.Answers.Escape("Which book?");

        (await host.DoAsync("shelf.add")).ShouldBe(Value.Nothing);

        (await host.ViewAsync<Tree>("shelf.list")).Nodes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Ask_For_What_A_Command_Needs_And_For_What_It_Asks_Itself()
    {
        // Given
        await using var host = await TestHost.StartAsync<ShelfPlugin>();
        host.Answers.Text("Which book?", "Ask Kari");
        host.Answers.Confirm("Throw all", true);
        host.Answers.Text("never asked", "");

        // When
        await host.DoAsync("shelf.add");
        var cleared = await host.DoAsync("shelf.clear");

        // Then
        cleared.Flag.ShouldBeTrue();
        host.Answers.Asked.ShouldBe(["Which book?", "Throw all books away?"]);
        host.Answers.NotAsked.ShouldBe(["never asked"]);
    }
}
