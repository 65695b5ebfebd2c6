using PluginHost.Engine.Tests.Fixtures;

namespace PluginHost.Tests.Faults;

/// <summary>Plugins that cannot be used or go wrong: the message names them and the line, and nobody else is harmed.</summary>
public sealed class PluginFaultTests
{
    private const string Configuration = """
        plugins:
          posting:
          rehearsal:
          guest: { path: ../plugins/guest }
        profiles:
          "@telco": { network: rehearsal }

        """;

    private const string Sound = """
        public sealed class Guest : Plugin
        {
            [Command("guest.say", "Say")]
            public string Say() => "hello";
        }
        """;

    [Fact]
    public async Task Should_Warn_Of_A_Plugin_Whose_Folder_Is_Missing_And_Do_The_Rest()
    {
        using var place = new ProgramPlace(Configuration);
        var reason = $"There is no folder {place.Plugins}/guest, which plugins.yaml(4) names for it.";

        var other = await place.RunAsync("do", "posting.publish", "profile=@telco", "text=hi");
        var own = await place.RunAsync("do", "guest.say");

        other.ShouldComplain(0, $"pluginhost: warning: guest is not used: {reason}");
        own.ShouldComplain(1, $"""
            pluginhost: warning: guest is not used: {reason}
            pluginhost: guest.say cannot be run, because its plugin cannot be used: {reason}
            """);
    }

    [Fact]
    public async Task Should_Warn_Of_A_Plugin_Whose_Assembly_Is_Missing()
    {
        using var place = Place(Sound);
        File.Delete(Path.Combine(place.Plugins, "guest", "Test.guest.dll"));

        (await place.RunAsync("do", "posting.timeline")).ShouldComplain(
            0, $"pluginhost: warning: guest is not used: Test.guest.dll is missing in {place.Plugins}/guest. Build the plugin, or install it again.");
    }

    [Fact]
    public async Task Should_Warn_Of_A_Plugin_Whose_Assembly_Is_Broken()
    {
        using var place = Place(Sound);
        File.WriteAllText(Path.Combine(place.Plugins, "guest", "Test.guest.dll"), "MZ and then nothing");

        var end = await place.RunAsync("do", "posting.timeline");

        end.ShouldComplain(0, "pluginhost: warning: guest is not used: Test.guest.dll is damaged: it cannot be read as a .NET assembly. Build or install the plugin again.");
    }

    [Fact]
    public async Task Should_List_A_Plugin_That_Cannot_Be_Used_With_Its_Reason()
    {
        using var place = new ProgramPlace(Configuration);

        var row = (await place.RunAsync("plugins", "--json")).ShouldBeDone().Json[2];

        row.GetProperty("id").GetString().ShouldBe("guest");
        row.GetProperty("state").GetString().ShouldBe("refused");
        row.GetProperty("reason").GetString().ShouldBe($"There is no folder {place.Plugins}/guest, which plugins.yaml(4) names for it.");
    }

    [Fact]
    public async Task Should_Say_Where_An_Activation_Threw()
    {
        using var place = Place("""
            public sealed class Guest : Plugin
            {
                public override Task ActivateAsync(IHost host, CancellationToken cancel) => throw new InvalidOperationException("no cream");

                [Command("guest.say", "Say")]
                public string Say() => "never";
            }
            """);

        (await place.RunAsync("do", "guest.say")).ShouldComplain(
            1, "pluginhost: guest threw InvalidOperationException: no cream, in activation (Plugin.cs:3)").Output.ShouldBe("");
    }

    [Theory]
    [InlineData("new Thread(Throw).Start();", "a thread or timer of its own")]
    [InlineData("_timer = new Timer(_ => Throw(), null, 0, -1);", "a thread or timer of its own")]
    [InlineData("ThreadPool.QueueUserWorkItem(_ => Throw());", "a thread or timer of its own")]
    [InlineData("Forget(); GC.Collect(); GC.WaitForPendingFinalizers();", "a thread or timer of its own")]
    [InlineData("ThrowLater();", "an async void or a posted callback")]
    public async Task Should_Survive_What_A_Plugin_Throws_Beside_A_Command(string work, string where)
    {
        using var place = Place($$"""
            public sealed class Guest : Plugin
            {
                private readonly TaskCompletionSource _thrown = new(TaskCreationOptions.RunContinuationsAsynchronously);
                private Timer _timer;

                [Command("guest.say", "Say")]
                public async Task<string> SayAsync(CancellationToken cancel)
                {
                    {{work}}
                    await _thrown.Task;
                    await Task.Delay(200, cancel);
                    return "hello";
                }

                private void Throw()
                {
                    _thrown.SetResult();
                    throw new InvalidOperationException("no cream");
                }

                private async void ThrowLater()
                {
                    await Task.Yield();
                    Throw();
                }

                private void Forget() => new Forgotten(this);

                private sealed class Forgotten(Guest guest) { ~Forgotten() => guest.Throw(); }
            }
            """);

        (await place.RunAsync("do", "guest.say")).ShouldComplain(
            0, $"pluginhost: warning: guest threw InvalidOperationException: no cream, in {where} (Plugin.cs:18)").Output.ShouldBe("hello\n");
    }

    [Fact]
    public async Task Should_Say_Where_A_Global_Of_A_Script_Threw()
    {
        using var place = Place("""
            public sealed class Guest : Plugin
            {
                [ScriptGlobal("Ice", "Makes ice.")]
                public Profile Ice(IScript script) => throw new InvalidOperationException("no cream");
            }
            """);
        place.Write("a.csx", """
            Say("never");
            Say(Ice.Name);
            """);

        (await place.RunAsync("run", "a.csx")).ShouldComplain(
            1, "pluginhost: guest threw InvalidOperationException: no cream, in making the script global Ice (Plugin.cs:4)").Output.ShouldBe("");
    }

    private static ProgramPlace Place(string source)
    {
        var place = new ProgramPlace(Configuration);
        TestPlugin.Write(place.Plugins, "guest", source);
        return place;
    }
}
