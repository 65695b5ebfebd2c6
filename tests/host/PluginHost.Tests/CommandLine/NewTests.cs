namespace PluginHost.Tests.CommandLine;

/// <summary><c>new</c>: from nothing to a first word, and never over what is there.</summary>
public sealed class NewTests
{
    [Fact]
    public async Task Should_Make_A_Workspace_In_Which_Its_Script_Runs()
    {
        using var place = new ProgramPlace("");

        var made = await place.RunAsync("new", "shop");
        var run = await place.RunInAsync("shop", "run", "scripts/hello.csx");

        made.ShouldBeDone().Output.ShouldContain("shop is a workspace now: .gitignore, plugins.yaml, scripts/hello.csx.");
        run.ShouldBeDone().Output.ShouldContain("@me said: Good ");
        (await place.RunInAsync("shop", "plugins", "--json")).ShouldBeDone().Output.ShouldNotContain("\"reason\": \"");
    }

    [Fact]
    public async Task Should_Ask_Nobody_Whether_What_They_Made_Is_Trusted()
    {
        using var place = new ProgramPlace("");

        (await place.RunAsync("new", "shop")).ShouldBeDone();

        var run = await place.RunWithAsync([("PLUGINHOST_TRUST", null)], "run", "--workspace", "shop", "shop/scripts/hello.csx");
        run.ShouldBeDone().Output.ShouldContain("@me said: ");
    }

    [Theory]
    [InlineData("taken", "taken is not empty, and nothing in it is written over. Name a folder that is not there yet.")]
    [InlineData("shop", "shop is a workspace already. Name a folder that is not there yet.")]
    [InlineData("file", "\"file\" is no folder. Name one that is not there yet.")]
    [InlineData("", "\"\" is no folder. Name one that is not there yet.")]
    public async Task Should_Write_Over_Nothing(string folder, string complaint)
    {
        using var place = new ProgramPlace("");
        place.Write("taken/letter.txt", "Dear all");
        place.Write("shop/plugins.yaml", "plugins:\n");
        place.Write("file", "text");

        var end = await place.RunAsync("new", folder);

        end.ShouldComplain(2, $"pluginhost: {complaint}");
        Directory.GetFiles(Path.Combine(place.Root, "taken")).Length.ShouldBe(1);
        File.ReadAllText(Path.Combine(place.Root, "shop", "plugins.yaml")).ShouldBe("plugins:\n");
    }

    [Fact]
    public async Task Should_Take_An_Empty_Folder()
    {
        using var place = new ProgramPlace("");
        Directory.CreateDirectory(Path.Combine(place.Root, "empty"));

        (await place.RunAsync("new", "empty")).ShouldBeDone();

        place.Has("empty/plugins.yaml").ShouldBeTrue();
    }
}
