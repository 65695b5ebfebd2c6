using PluginHost.Engine.Tests.Fixtures;

namespace PluginHost.Tests.CommandLine;

/// <summary>Questions that are asked where no terminal is: what is told of them, and how often.</summary>
public sealed class QuestionTests
{
    private const string Guest = """
        public sealed class Guest : Plugin
        {
            [Command("guest.clear", "Clear")]
            public async Task<string> ClearAsync(IHost host, string shelf, [Asks("Sure?", Default = "false")] bool sure, CancellationToken cancel) =>
                sure || await host.Ask.ForConfirmAsync($"Clear {shelf}?", cancel) ? "cleared" : "kept";
        }
        """;

    [Fact]
    public async Task Should_Tell_Once_That_A_Command_Asks_And_How_To_Answer()
    {
        using var place = Place();

        (await place.RunAsync("do", "guest.clear", "shelf=left")).ShouldComplain(
            1,
            "pluginhost: guest.clear asks \"Clear left? (y/n)\", and nobody is there to answer. Answer with a parameter: guest.clear shelf=… [sure=false]. "
            + "Or run it in a terminal, or pipe the answer in.").Output.ShouldBe("");
    }

    [Fact]
    public async Task Should_Take_The_Answer_Of_A_Pipe()
    {
        using var place = Place();

        var end = await place.BashAsync("echo y | pluginhost do guest.clear shelf=left");

        end.ShouldComplain(0, "Clear left? (y/n)").Output.ShouldBe("cleared\n");
    }

    [Fact]
    public async Task Should_Tell_Once_What_A_Script_Leaves_Out_And_How_To_Write_It()
    {
        using var place = Place();
        place.Write("clear.csx", "await Run(\"guest.clear\");");

        (await place.RunAsync("run", "clear.csx")).ShouldComplain(1, """
            pluginhost: clear.csx(1): guest.clear needs shelf (Clear: shelf?), and nobody is there to answer. Name it in the script: Run("guest.clear", new { shelf = … }). Or run the script in a terminal, or pipe the answer in.
            await Run("guest.clear");
            """);
    }

    private static ProgramPlace Place()
    {
        var place = new ProgramPlace("plugins:\n  posting:\n  rehearsal:\n  guest: { path: ../plugins/guest }\nprofiles:\n  \"@telco\": { network: rehearsal }\n");
        TestPlugin.Write(place.Plugins, "guest", Guest);
        return place;
    }
}
