namespace PluginHost.Tests.CommandLine;

public sealed class GlobalsTests
{
    [Fact]
    public async Task Should_List_What_Every_Script_Sees()
    {
        using var place = new ProgramPlace();

        var lines = (await place.RunAsync("globals")).ShouldBeDone().Output.Split('\n');

        lines.ShouldContain("Publish   posting  Publishes posts.");
        lines.ShouldContain("Wait               Waits for a time.");
    }

    [Fact]
    public async Task Should_Tell_All_About_One()
    {
        using var place = new ProgramPlace();

        var end = (await place.RunAsync("globals", "run")).ShouldBeDone();

        end.Output.ShouldContain("Task<Value> Run(string command, object arguments)");
        end.Output.ShouldContain("throws PluginFaultedException: The command's plugin has thrown or hung.");
    }

    [Fact]
    public async Task Should_Print_All_Of_It_As_Json()
    {
        using var place = new ProgramPlace();

        var all = (await place.RunAsync("globals", "--json")).ShouldBeDone().Json;
        var one = (await place.RunAsync("globals", "Publish", "--json")).ShouldBeDone().Json;

        all.EnumerateArray().Select(global => global.GetProperty("name").GetString()).ShouldContain("Random");
        one.GetProperty("plugin").GetString().ShouldBe("posting");
        one.GetProperty("members").EnumerateArray().Select(member => member.GetProperty("usage").GetString())
            .ShouldContain("Task<ScriptPost> Now(string profile, PostText text)");
    }

    [Fact]
    public async Task Should_Say_What_Was_Meant()
    {
        using var place = new ProgramPlace();

        (await place.RunAsync("globals", "Rum")).ShouldComplain(2, "pluginhost: There is no global \"Rum\". Did you mean \"Run\"? \"pluginhost globals\" lists them.");
    }
}
