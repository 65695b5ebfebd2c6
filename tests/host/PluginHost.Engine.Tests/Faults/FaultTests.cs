using PluginHost.Engine.Faults;
using PluginHost.Engine.Output;
using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Faults;

public sealed class FaultTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly OutputLog _output;
    private readonly FaultLog _faults;

    public FaultTests()
    {
        _output = new OutputLog(_folder.Path, new FakeClock());
        _faults = new FaultLog(_output);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Should_Tell_A_Fault_In_One_Line()
    {
        Fault("guest", "threw X: y").ToString().ShouldBe("guest threw X: y, in guest.do");
        (Fault("guest", "threw X: y") with { Place = "Plugin.cs:4" }).ToString().ShouldBe("guest threw X: y, in guest.do (Plugin.cs:4)");
        (Fault("guest", "threw X: y") with { Plugin = null }).ToString().ShouldBe("A guest that cannot be told threw X: y, in guest.do");
    }

    [Fact]
    public void Should_Write_A_Fault_To_The_Output_And_Tell_Of_It()
    {
        var told = new List<PluginFault>();
        _faults.Added += told.Add;

        _faults.Add(Fault("guest", "one"));
        _faults.Add(Fault("guest", "two") with { Plugin = null });

        told.ShouldBe(_faults.All);
        _output.Lines.Select(line => $"{line.Source} {line.Severity}: {line.Text}").ShouldBe(
            ["guest Error: guest one, in guest.do", "host Error: A guest that cannot be told two, in guest.do"]);
    }

    [Fact]
    public void Should_Keep_The_Last_Thousand()
    {
        for (var i = 1; i <= 1_001; i++)
            _faults.Add(Fault("guest", $"{i}"));

        _faults.All.Count.ShouldBe(1_000);
        _faults.All[0].Message.ShouldBe("2");
    }

    [Fact]
    public void Should_Forget_The_Faults_Of_One_Plugin()
    {
        _faults.Add(Fault("guest", "one"));
        _faults.Add(Fault("other", "two"));
        _faults.Add(Fault("guest", "three"));

        _faults.Forget("guest");

        _faults.All.Select(fault => fault.Message).ShouldBe(["two"]);
    }

    [Theory]
    [InlineData("throw new InvalidOperationException(\"a\");", "threw InvalidOperationException: a", "Plugin.cs:7")]
    [InlineData("throw new Wrapped(Deep());", "threw Wrapped: wrapped", "Plugin.cs:7")]
    [InlineData("new List<int>().First();", "threw InvalidOperationException: Sequence contains no elements", "Plugin.cs:7")]
    [InlineData("await Task.WhenAll(Task.Run(() => throw new InvalidOperationException(\"on the pool\")));", "threw InvalidOperationException: on the pool", "Plugin.cs:7")]
    [InlineData("throw new Nasty();", "threw Nasty: (its message throws, too)", "Plugin.cs:7")]
    [InlineData("throw new Mute();", "threw Mute: ", "Plugin.cs:7")]
    [InlineData("throw null!;", "threw NullReferenceException: Object reference not set to an instance of an object.", "Plugin.cs:7")]
    [InlineData("throw new AggregateException(\"both\", new Exception(\"one\"), new Exception(\"two\"));", "threw AggregateException: both (one) (two)", "Plugin.cs:7")]
    [InlineData("throw new OperationCanceledException(\"of my own\");", "threw OperationCanceledException: of my own", "Plugin.cs:7")]
    public async Task Should_Say_What_Was_Thrown_And_Where(string statement, string message, string place)
    {
        await using var workspace = new TestWorkspace().With("guest", $$"""
            public sealed class Guest : Plugin
            {
                [Command("guest.do", "Do")]
                public async Task DoAsync()
                {
                    await Task.Yield();
                    {{statement}}
                }

                private static Exception Deep() => new InvalidOperationException("deep");
            }

            public sealed class Wrapped(Exception inner) : Exception("wrapped", inner);
            public sealed class Nasty : Exception { public override string Message => throw new Nasty(); }
            public sealed class Mute : Exception { public override string Message => null!; }
            """);

        await Should.ThrowAsync<PluginFaultedException>(() => workspace.DoAsync("guest.do"));

        var fault = workspace.Engine.Faults.All.Single();
        (fault.Plugin, fault.Entry, fault.Message, fault.Place, fault.At).ShouldBe(("guest", "guest.do", message, place, workspace.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task Should_Name_The_Innermost_Line_Of_The_Plugin()
    {
        await using var workspace = new TestWorkspace().With("guest", """
            public sealed class Guest : Plugin
            {
                [Command("guest.do", "Do")]
                public int Do() =>
                    Outer();

                private static int Outer() =>
                    Inner();

                private static int Inner() =>
                    int.Parse("many");
            }
            """);

        await Should.ThrowAsync<PluginFaultedException>(() => workspace.DoAsync("guest.do"));

        workspace.Engine.Faults.All.Single().Place.ShouldBe("Plugin.cs:11");
    }

    [Fact]
    public async Task Should_Do_Without_A_Line_Where_There_Are_No_Symbols()
    {
        await using var workspace = new TestWorkspace().With("guest", """
            public sealed class Guest : Plugin
            {
                [Command("guest.do", "Do")]
                public void Do() => throw new InvalidOperationException("somewhere");
            }
            """);
        File.Delete(Path.Combine(workspace.BundledFolder("guest"), "Test.guest.pdb"));

        (await Should.ThrowAsync<PluginFaultedException>(() => workspace.DoAsync("guest.do"))).Message
            .ShouldBe("guest threw InvalidOperationException: somewhere, in guest.do");
    }

    [Fact]
    public async Task Should_Say_That_A_Plugin_Was_Built_Against_Another_Version()
    {
        using var folder = new TestFolder();
        var library = TestPlugin.Assembly(folder.Path, "Acme.Library", "namespace Acme { public static class Library { public static string Say() => \"x\"; public static int Old; } }");
        await using var workspace = new TestWorkspace().With("guest", """
            public sealed class Guest : Plugin
            {
                [Command("guest.say", "Say")]
                public string Say() => Acme.Library.Say();

                [Command("guest.old", "Old")]
                public int Old() => Acme.Library.Old;
            }
            """, "", library);
        TestPlugin.Assembly(workspace.BundledFolder("guest"), "Acme.Library", "namespace Acme { public static class Library { } }");

        foreach (var command in new[] { "guest.say", "guest.old" })
        {
            var message = (await Should.ThrowAsync<PluginFaultedException>(() => workspace.DoAsync(command))).Message;
            message.ShouldStartWith("guest was built against another version: ");
            message.ShouldContain("Build it again, or install a version that fits");
        }
    }

    [Fact]
    public async Task Should_Say_What_A_Static_Field_Threw()
    {
        await using var workspace = new TestWorkspace().With("guest", """
            public sealed class Guest : Plugin
            {
                [Command("guest.say", "Say")]
                public int Say() => Things.Count;
            }

            public static class Things
            {
                public static int Count = int.Parse("many");
            }
            """);

        (await Should.ThrowAsync<PluginFaultedException>(() => workspace.DoAsync("guest.say"))).Message
            .ShouldBe("guest threw FormatException: The input string 'many' was not in a correct format., in guest.say (Plugin.cs:4)");
    }

    [Fact]
    public async Task Should_Make_A_Fault_Of_A_Constructor_That_Throws()
    {
        await using var workspace = new TestWorkspace().With("guest", """
            public sealed class Guest : Plugin
            {
                public Guest() => throw new InvalidOperationException("not born");

                [Command("guest.say", "Say")]
                public string Say() => "never";
            }
            """);

        (await Should.ThrowAsync<PluginFaultedException>(() => workspace.DoAsync("guest.say"))).Message
            .ShouldBe("guest threw InvalidOperationException: not born, in activation (Plugin.cs:3)");
        workspace.StateOf("guest").ShouldBe(PluginState.Faulted);
    }

    private static PluginFault Fault(string plugin, string message) => new() { Plugin = plugin, Entry = "guest.do", Message = message, At = default };
}
