using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

public sealed class ScriptUnloadTests : IDisposable
{
    private readonly ScriptBench _bench = new();
    private readonly List<IScript> _keptByPlugin = [];

    public ScriptUnloadTests()
    {
        _bench.World.Offer<IProfiles>("Profiles", script =>
        {
            _keptByPlugin.Add(script);
            return _bench.Publisher;
        });
    }

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("record Cone(int Scoops); await Task.Yield(); Say(new Cone(2) + Profiles[\"@a\"].Name);", typeof(ScriptDone))]
    [InlineData("class Cone { } new[] { new Cone() }", typeof(ScriptDone))]
    [InlineData("class Melted : Exception { } await Task.Yield(); throw new Melted();", typeof(ScriptFailed))]
    [InlineData("class Melted : Exception { } async void F() { await Task.Yield(); throw new Melted(); } F(); await new TaskCompletionSource().Task;", typeof(ScriptFailed))]
    [InlineData("Stop(Profiles[\"@a\"].Name);", typeof(ScriptStopped))]
    [InlineData("Cancel.Register(() => Say(Profiles[\"@a\"].Name));", typeof(ScriptDone))]
    [InlineData("async Task Loop() { while (true) await Task.Yield(); }\n_ = Loop();", typeof(ScriptDone))]
    public async Task Should_Leave_No_Assembly_Behind(string code, Type expected)
    {
        // Given
        CountAlive().ShouldBe(0);

        // When
        for (var i = 0; i < 20; i++)
            (await _bench.RunAsync(code)).ShouldBeOfType(expected);

        // Then
        await EndsAtNoneAsync();
    }

    [Fact]
    public async Task Should_Leave_No_Assembly_Behind_That_A_Script_Names()
    {
        _bench.Build("script_unloaded_too", "public class Cone { }");
        for (var i = 0; i < 20; i++)
            (await _bench.RunAsync("#r \"script_unloaded_too.dll\"\nnew Cone()")).ShouldBeOfType<ScriptDone>();

        await EndsAtNoneAsync();
    }

    private async Task EndsAtNoneAsync()
    {
        for (var i = 0; i < 20 && CountAlive() > 0; i++)
        {
            // The run's thread may still be on its way out.
            await Task.Yield();
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        CountAlive().ShouldBe(0);
    }

    // A context goes as a whole: where the script is gone, so is its prelude.
    private int CountAlive()
    {
        var script = "script_" + ScriptKey.NameOf(_bench.ScriptPath);
        return AppDomain.CurrentDomain.GetAssemblies().Count(assembly => assembly.GetName().Name is { } name
            && (name == script || name == "script_unloaded_too"));
    }
}
