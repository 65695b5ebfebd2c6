using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Scripting;
using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Plugins.Running;

/// <summary>Scripts that use a plugin while it is unloaded: by a lease on its types, or by a global that it gives.</summary>
public sealed class ScriptHoldTests
{
    private const string Id = "guest";

    private const string Contract = "namespace Test.Scripted; public interface IBell { System.Threading.Tasks.Task<int> Ring(); }";

    private const string Source = """
        public sealed class Cone { public int Scoops { get; set; } = 2; }

        public sealed class Guest : Plugin
        {
            [Command("guest.say", "Say")]
            public string Say() => "hello";
        }
        """;

    private readonly FakePerson _person = new();

    [Fact]
    public async Task Should_Ask_A_Script_To_Stop_That_Uses_The_Plugins_Types_And_Wait_For_It()
    {
        await using var workspace = new TestWorkspace().With(Id, Source);
        var run = await StartAsync(workspace, "#r \"plugin: guest\"\nvar cone = new Cone();\nSay(\"ready\");\nawait new TaskCompletionSource().Task.WaitAsync(Cancel);");

        (await workspace.UnloadAsync(Id)).ShouldBe(PluginState.Unloaded);

        (await run).ShouldBeOfType<ScriptCancelled>();
        workspace.Engine.Faults.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Not_Wait_For_Ever_For_A_Script_That_Does_Not_Obey()
    {
        using var end = new ManualResetEventSlim();
        AppContext.SetData("script.end", end);
        await using var workspace = new TestWorkspace().With(Id, Source);
        var run = await StartAsync(workspace, """
            #r "plugin: guest"
            var cone = new Cone();
            Say("ready");
            ((System.Threading.ManualResetEventSlim)AppContext.GetData("script.end")).Wait();
            cone.Scoops
            """);

        (await workspace.UnloadAsync(Id)).ShouldBe(PluginState.Zombie);

        (await run).ShouldBeOfType<ScriptStuck>();
        workspace.Engine.Faults.All.Single().Message.ShouldBe("still had calls under way 2 s after it was told to stop");
        (await workspace.DoAsync("guest.say")).ShouldBe((Value)"hello");
        end.Set();
        AppContext.SetData("script.end", null);
    }

    [Fact]
    public async Task Should_Hold_The_Plugin_No_Longer_Than_The_Script_Runs()
    {
        await using var workspace = new TestWorkspace().With(Id, Source);
        var run = await StartAsync(workspace, "#r \"plugin: guest\"\nSay(\"ready\");\nnew Cone().Scoops");
        (await run).ShouldBe(new ScriptDone { Value = 2 });

        (await workspace.UnloadAsync(Id)).ShouldBe(PluginState.Unloaded);
    }

    [Fact]
    public async Task Should_Refuse_A_Script_Its_Global_When_The_Plugin_Has_Left()
    {
        // Given a script that has a global, an object of the plugin's behind an interface
        using var folder = new TestFolder();
        var name = $"Test.Scripted.{Guid.NewGuid():N}";
        var contract = TestPlugin.Assembly(folder.Path, name, Contract);
        await using var workspace = new TestWorkspace().With(Id, """
            public sealed class Bell : Test.Scripted.IBell
            {
                private int _rung;

                public Task<int> Ring() => Task.FromResult(++_rung);
            }

            public sealed class Guest : Plugin
            {
                [ScriptGlobal("Bell", "Rings.")]
                public Test.Scripted.IBell Make() => new Bell();
            }
            """, $"contracts: [{name}.dll]", contract);
        File.Copy(contract, Path.Combine(workspace.BundledFolder(Id), Path.GetFileName(contract)));
        using var gone = new ManualResetEventSlim();
        AppContext.SetData("script.gone", gone);
        var run = await StartAsync(workspace, """
            await Bell.Ring();
            Say("ready");
            while (!((System.Threading.ManualResetEventSlim)AppContext.GetData("script.gone")).IsSet) await Task.Run(() => 1);
            await Bell.Ring()
            """);

        // When
        var state = await workspace.UnloadAsync(Id);
        gone.Set();

        // Then
        state.ShouldBe(PluginState.Unloaded);
        (await run).ShouldBeOfType<ScriptFailed>().Message.ShouldBe("The plugin that offered IBell has been unloaded. Ask for the service again.");
        AppContext.SetData("script.gone", null);
    }

    private async Task<Task<ScriptOutcome>> StartAsync(TestWorkspace workspace, string code)
    {
        var path = workspace.Write("main.csx", code);
        var run = workspace.Engine.Scripts.RunAsync(new ScriptRequest { Path = path }, _person, CancellationToken.None);
        await workspace.UntilAsync(() => _person.Said.Count > 0 || run.IsCompleted);
        _person.Said.ShouldBe(["ready"], run.IsCompleted ? $"{await run}" : "");
        return run;
    }
}
