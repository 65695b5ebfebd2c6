using System.Reflection;
using System.Runtime.Loader;
using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

public sealed class ScriptReferenceTests : IDisposable
{
    private readonly ScriptBench _bench = new();
    private readonly AssemblyLoadContext _plugins = new("plugins", isCollectible: true);

    public void Dispose()
    {
        _plugins.Unload();
        _bench.Dispose();
    }

    [Fact]
    public async Task Should_Use_A_File_And_What_Lies_Beside_It()
    {
        // Given
        var below = _bench.Build("Acme.Below", "public class Below { public int N => 20; }");
        _bench.Build("Acme.Above", "public class Above { public int N => new Below().N + 1; }", below);

        // Then
        const string Code = "#r \"Acme.Above.dll\"\nnew Above().N";
        (await _bench.RunAsync(Code)).ShouldBe(new ScriptDone { Value = 21 });
        _bench.Restart();
        (await _bench.RunAgainAsync()).ShouldBe(new ScriptDone { Value = 21 });
    }

    [Fact]
    public async Task Should_Not_Lock_A_File_That_It_Uses()
    {
        var path = _bench.Build("Acme.Free", "public class Free { }");
        await _bench.RunAsync("#r \"Acme.Free.dll\"\nnew Free()");
        File.Delete(path);
        File.Exists(path).ShouldBeFalse();
    }

    [Fact]
    public async Task Should_Find_An_Assembly_Of_The_Runtime_By_Its_Name()
    {
        (await _bench.RunAsync("#r \"System.Formats.Tar\"\nnameof(System.Formats.Tar.TarReader)")).ShouldBe(new ScriptDone { Value = "TarReader" });
        _bench.Restart();
        (await _bench.RunAgainAsync()).ShouldBeOfType<ScriptDone>();
    }

    [Fact]
    public async Task Should_Refuse_A_File_That_Is_Not_There()
    {
        var outcome = await _bench.RunAsync("#r \"Acme.Gone.dll\"\n");
        outcome.ToString().ShouldBe(
            $"main.csx(1,1): error PH1003: There is no file {Path.Combine(_bench.Folder, "Acme.Gone.dll")}, and no assembly of that name in .NET. "
            + "Give its path relative to the script, or the id of a running plugin: #r \"plugin: id\".\n#r \"Acme.Gone.dll\"");
    }

    [Fact]
    public async Task Should_Refuse_A_File_That_Is_No_Assembly()
    {
        _bench.Write("text.dll", "no assembly");
        var diagnostic = (await _bench.RunAsync("#r \"text.dll\"\n")).ShouldBeOfType<ScriptRefused>().Diagnostics.ShouldHaveSingleItem();
        diagnostic.Id.ShouldBe("PH1003");
        diagnostic.Text.ShouldContain("is no .NET assembly");
    }

    [Fact]
    public async Task Should_Use_A_Plugin_By_Its_Loaded_Assembly_And_Hold_A_Lease_Until_The_End()
    {
        // Given
        var (assembly, leases) = OfferPlugin("acme.counter", "public static class Counter { public static int N; }");
        assembly.GetType("Counter")!.GetField("N")!.SetValue(null, 7);
        var atWork = new List<int>();
        _bench.Person.Heard = _ => atWork.Add(leases.Count);

        // When
        var outcome = await _bench.RunAsync("#r \"plugin: acme.counter\"\nSay(\"held\"); await Task.Yield(); Counter.N++");

        // Then
        outcome.ShouldBe(new ScriptDone { Value = 7 });
        assembly.GetType("Counter")!.GetField("N")!.GetValue(null).ShouldBe(8);
        atWork.ShouldBe([1]);
        leases.ShouldBeEmpty();

        // When: from the cache
        _bench.Restart();
        await _bench.RunAgainAsync();

        // Then
        assembly.GetType("Counter")!.GetField("N")!.GetValue(null).ShouldBe(9);
        atWork.ShouldBe([1, 1]);
        leases.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("throw new Exception();")]
    [InlineData("Stop(\"Enough.\");")]
    [InlineData("async void F() => throw new Exception(); F(); await new TaskCompletionSource().Task;")]
    public async Task Should_Give_The_Lease_Back_However_The_Script_Ends(string code)
    {
        var (_, leases) = OfferPlugin("acme.counter", "public static class Counter { public static int N; }");
        await _bench.RunAsync($"#r \"plugin: acme.counter\"\n{code}");
        _bench.World.Cancellers.Count.ShouldBe(1);
        leases.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Cancel_The_Script_When_Its_Plugin_Is_To_Be_Unloaded()
    {
        // Given
        OfferPlugin("acme.counter", "public static class Counter { public static int N; }");
        _bench.Person.Heard = _ => _bench.World.Cancellers[0]();

        // Then
        (await _bench.RunAsync("#r \"plugin: acme.counter\"\nSay(\"here\"); await new TaskCompletionSource().Task.WaitAsync(Cancel);")).ShouldBe(new ScriptCancelled());
    }

    [Fact]
    public async Task Should_Refuse_A_Plugin_That_Does_Not_Run_And_Name_The_Nearest()
    {
        // Given
        OfferPlugin("acme.counter", "public static class Counter { }");
        OfferPlugin("acme.notes", "public static class Notes { }");

        // Then
        (await _bench.RunAsync("Say(\"\");\n")).ShouldBeOfType<ScriptDone>();
        (await _bench.RunAsync("#r \"plugin: acme.conter\"\n")).ToString().ShouldBe(
            "main.csx(1,1): error PH1003: No plugin \"acme.conter\" is running. Did you mean \"acme.counter\"? Running: acme.counter, acme.notes.\n"
            + "#r \"plugin: acme.conter\"");
    }

    [Fact]
    public async Task Should_Refuse_A_Cached_Script_Whose_Plugin_Runs_No_More()
    {
        OfferPlugin("acme.counter", "public static class Counter { }");
        (await _bench.RunAsync("#r \"plugin: acme.counter\"\n1")).ShouldBeOfType<ScriptDone>();
        _bench.World.Plugins.Clear();
        _bench.Restart();
        (await _bench.RunAgainAsync()).ShouldBeOfType<ScriptRefused>().Diagnostics[0].Text
            .ShouldBe("No plugin \"acme.counter\" is running. None is running at all.");
    }

    [Fact]
    public async Task Should_Fail_In_The_Plugins_Words_When_It_Cannot_Be_Leased()
    {
        OfferPlugin("acme.counter", "public static class Counter { }");
        _bench.World.Lease = _ => throw new PluginHostException("The plugin acme.counter is being unloaded.");
        (await _bench.RunAsync("#r \"plugin: acme.counter\"\n1"))
            .ShouldBe(new ScriptFailed { Message = "The plugin acme.counter is being unloaded.", ExceptionType = nameof(PluginHostException) });
    }

    [Fact]
    public async Task Should_Share_A_Contract_That_Lives_In_A_Context_Of_Its_Own()
    {
        // Given: a contract that the host has loaded once, not in the default context
        var path = _bench.Build("Acme.Shared", "public static class Shared { public static string Word = \"\"; }");
        var shared = new AssemblyLoadContext("contracts").LoadFromAssemblyPath(path);
        shared.GetType("Shared")!.GetField("Word")!.SetValue(null, "from the host");
        _bench.World.Contracts.Add(path);

        // Then
        (await _bench.RunAsync("Shared.Word")).ShouldBe(new ScriptDone { Value = "from the host" });
    }

    private (Assembly Assembly, List<PluginLease> Leases) OfferPlugin(string id, string code)
    {
        var path = _bench.Build(id, code);
        using var image = new MemoryStream(File.ReadAllBytes(path));
        var assembly = _plugins.LoadFromStream(image);
        var leases = new List<PluginLease>();
        _bench.World.Plugins[id] = path;
        _bench.World.Lease = _ =>
        {
            var lease = new PluginLease(assembly, leases.Clear);
            leases.Add(lease);
            return lease;
        };
        return (assembly, leases);
    }
}
