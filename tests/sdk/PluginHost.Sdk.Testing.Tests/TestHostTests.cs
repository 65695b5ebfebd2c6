using System.Net;

namespace PluginHost.Sdk.Testing.Tests;

public sealed class TestHostTests
{
    [Fact]
    public async Task Should_Refuse_Settings_As_The_Program_Does()
    {
        var options = new TestHostOptions { Settings = [("evry", "5m")] };

        (await Should.ThrowAsync<PluginHostException>(TestHost.StartAsync<ShelfPlugin>(options))).Message
            .ShouldBe("plugins.yaml(5): \"evry\" is no setting of the plugin \"shelf\". Did you mean \"every\"? It has every, rooms.");
    }

    [Fact]
    public async Task Should_Say_Where_It_Has_Looked_For_The_Manifest()
    {
        var options = new TestHostOptions { Manifest = "elsewhere/plugin.yaml" };

        (await Should.ThrowAsync<PluginHostException>(TestHost.StartAsync<ShelfPlugin>(options))).Message
            .ShouldStartWith("No plugin.yaml whose entry is PluginHost.Sdk.Testing.Tests.dll was found at ");
    }

    [Fact]
    public async Task Should_Tell_What_A_Plugin_Threw_With_Its_Line()
    {
        await using var host = await TestHost.StartAsync<ShelfPlugin>();

        var thrown = await Should.ThrowAsync<PluginFaultedException>(host.DoAsync("shelf.break"));

        thrown.Message.ShouldStartWith("shelf threw InvalidOperationException: The shelf broke., in shelf.break (ShelfPlugin.cs:");
        host.Faults.ShouldBe([thrown.Message]);
        host.Output.ShouldContain(line => line.Severity == Severity.Error && line.Text == thrown.Message);
    }

    [Fact]
    public async Task Should_Refuse_A_Command_That_Is_Not_There()
    {
        await using var host = await TestHost.StartAsync<ShelfPlugin>();

        (await Should.ThrowAsync<WrongUseException>(host.DoAsync("shelf.ad"))).Message.ShouldContain("Did you mean \"shelf.add\"?");
    }

    [Fact]
    public async Task Should_Refuse_A_View_Of_Another_Kind()
    {
        await using var host = await TestHost.StartAsync<ShelfPlugin>();

        (await Should.ThrowAsync<WrongUseException>(host.ViewAsync<TableView>("shelf.list"))).Message.ShouldBe("The view shelf.list is a Tree, and no TableView.");
    }

    [Fact]
    public async Task Should_Show_All_That_A_Command_Leaves_Behind()
    {
        // Given
        await using var host = await TestHost.StartAsync<ShelfPlugin>();

        // When
        var all = await host.DoAsync("shelf.add", ("title", "Dune"), ("count", 3));

        // Then
        all.Number.ShouldBe(3);
        host.StatusOf("shelf.count").ShouldBe("3 books");
        host.ContextOf("shelf.full").Flag.ShouldBeTrue();
        host.Refreshed.ShouldBe(["shelf.list"]);
        host.Output.Select(line => line.Text).ShouldBe(["Dune came."]);
        (await host.ViewAsync<Tree>("shelf.list")).Nodes.Select(node => node.Text).ShouldBe(["Dune", "Dune", "Dune"]);
        host.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Begin_With_Nothing_Of_Another_Host()
    {
        await using (var other = await TestHost.StartAsync<ShelfPlugin>())
            await other.DoAsync("shelf.add", ("title", "Dune"));

        await using var host = await TestHost.StartAsync<ShelfPlugin>();

        (await host.ViewAsync<Tree>("shelf.list")).Nodes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Take_Settings_And_A_Bare_Table_As_A_View()
    {
        await using var host = await TestHost.StartAsync<ShelfPlugin>(new TestHostOptions
        {
            Settings = [("rooms", new ListValue(["hall", "a \"quoted\" room: #1"]))],
        });

        (await host.ViewAsync<TableView>("shelf.rooms")).Table.Rows.Select(row => row["room"].ToString()).ShouldBe(["hall", "a \"quoted\" room: #1"]);
        (await host.CheckAsync("shelf.stands")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Tell_What_A_Check_Finds()
    {
        await using var host = await TestHost.StartAsync<ShelfPlugin>();

        (await host.CheckAsync("shelf.stands")).ShouldHaveSingleItem().Message.ShouldStartWith("There is no room");
        (await Should.ThrowAsync<WrongUseException>(host.CheckAsync("shelf.stand"))).Message.ShouldContain("Did you mean");
    }

    [Fact]
    public async Task Should_Tell_What_A_Linter_Finds()
    {
        await using var host = await TestHost.StartAsync<ShelfPlugin>();

        var problem = (await host.LintAsync("Come early!")).ShouldHaveSingleItem();

        (problem.Rule, problem.Severity, problem.Profile, problem.Range!.Start).ShouldBe(("shelf.shouting", Severity.Warning, "@test", 10));
        (await host.LintAsync("Come early.")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Answer_Requests_As_The_Test_Says()
    {
        // Given
        await using var host = await TestHost.StartAsync<ShelfPlugin>();
        host.Http.On("POST https://books.example/", "{\"at\":3}");
        host.Http.On("POST https://books.example/find", request => request.Body == "Dune" ? new HttpResponseMessage(HttpStatusCode.NotFound) : throw new HttpRequestException("cut"));

        // When, then
        (await host.DoAsync("shelf.look", ("title", "Dune"))).ToString().ShouldBe("not there");
        (await Should.ThrowAsync<PluginFaultedException>(host.DoAsync("shelf.look", ("title", "Emma")))).Message.ShouldContain("HttpRequestException: cut");
        host.Http.Requests.Select(request => $"{request} {request.Body}").ShouldBe(["POST https://books.example/find Dune", "POST https://books.example/find Emma"]);
        host.Http.Requests[0].Headers["user-agent"].ShouldContain("shelf");
    }

    [Fact]
    public async Task Should_Fail_With_The_Request_That_Nobody_Has_Prepared()
    {
        await using var host = await TestHost.StartAsync<ShelfPlugin>();

        (await Should.ThrowAsync<UnpreparedException>(host.DoAsync("shelf.look", ("title", "Dune")))).Message
            .ShouldStartWith("Nobody has prepared an answer to POST https://books.example/find.");
    }

    [Fact]
    public async Task Should_Keep_The_Mails_And_Give_The_Files_Of_The_Workspace()
    {
        await using var host = await TestHost.StartAsync<ShelfPlugin>();
        File.WriteAllText(Path.Combine(host.Folder, "books.txt"), "Dune");

        await host.DoAsync("shelf.tell");

        host.Mails.ShouldHaveSingleItem().Text.ShouldBe("Dune");
    }

    [Fact]
    public async Task Should_Show_Jobs_As_A_Person_Sees_Them()
    {
        await using var host = await TestHost.StartAsync<ShelfPlugin>();

        await host.DoAsync("shelf.count");

        host.Jobs.ShouldBe([new TestJob { Title = "Counting books", State = "done", Done = 1, Text = "done" }]);
    }

    [Fact]
    public async Task Should_Draw_The_Same_Identities_From_The_Same_Seed()
    {
        await using var first = await TestHost.StartAsync<ShelfPlugin>();
        await using var second = await TestHost.StartAsync<ShelfPlugin>();
        await using var other = await TestHost.StartAsync<ShelfPlugin>(new TestHostOptions { Seed = "other" });

        var id = await first.DoAsync("shelf.id");

        (await second.DoAsync("shelf.id")).ShouldBe(id);
        (await other.DoAsync("shelf.id")).ShouldNotBe(id);
    }

    [Fact]
    public async Task Should_Run_A_Script_And_Tell_What_It_Said()
    {
        await using var host = await TestHost.StartAsync<ShelfPlugin>();

        var run = await host.RunScriptAsync("var all = await Run(\"shelf.add\", new { title = \"Dune\" });\nSay($\"{all} book\");\nNotify(\"Come.\");\nall");

        run.Said.ShouldBe(["1 book"]);
        run.Told.ShouldBe(["Come."]);
        run.Value.Number.ShouldBe(1);
        (await Should.ThrowAsync<PluginHostException>(host.RunScriptAsync("Sya(1);"))).Message.ShouldContain("(1,1): error CS0103");
    }

    [Fact]
    public async Task Should_Find_In_Another_Process_What_Was_Kept_And_Nothing_Else()
    {
        // Given
        await using var host = await TestHost.StartAsync<ShelfPlugin>();
        await host.DoAsync("shelf.add", ("title", "Dune"));
        await host.AdvanceAsync(TimeSpan.FromMinutes(1));

        // When
        await using var next = await host.AgainAsync();

        // Then
        (await next.ViewAsync<Tree>("shelf.list")).Nodes.ShouldHaveSingleItem().Text.ShouldBe("Dune");
        next.Clock.GetUtcNow().ShouldBe(host.Clock.GetUtcNow());
        next.StatusOf("shelf.count").ShouldBe("");
    }

    [Fact]
    public async Task Should_Delete_The_Workspace_With_The_Host()
    {
        var host = await TestHost.StartAsync<ShelfPlugin>();
        await host.DoAsync("shelf.add", ("title", "Dune"));
        Directory.Exists(host.Folder).ShouldBeTrue();

        await host.DisposeAsync();

        Directory.Exists(host.Folder).ShouldBeFalse();
    }
}
