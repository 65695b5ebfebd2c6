using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

public sealed class ScriptGlobalsTests : IDisposable
{
    private readonly ScriptBench _bench = new ScriptBench().WithPublish();

    public ScriptGlobalsTests() => _bench.World.Offer<IProfiles>("Profiles", _ => _bench.Publisher);

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Should_Make_Exactly_The_Globals_That_The_Script_Mentions()
    {
        // Given
        const string Code = "var all = new { Publish = 1 }; Say(Profiles[\"@a\"].Handle + all.Publish);";

        // When
        var first = await _bench.RunAsync(Code);
        _bench.Restart();
        var cached = await _bench.RunAgainAsync();

        // Then
        first.ShouldBeOfType<ScriptDone>();
        cached.ShouldBeOfType<ScriptDone>();
        _bench.Person.Said.ShouldBe(["@a1", "@a1"]);
        _bench.World.Created.ShouldBe(["Profiles", "Profiles"]);
    }

    [Fact]
    public async Task Should_Make_A_Global_That_Only_A_Loaded_File_Mentions()
    {
        _bench.Write("own.csx", "Say(Profiles[\"@b\"].Name);");
        (await _bench.RunAsync("#load \"own.csx\"\n")).ShouldBeOfType<ScriptDone>();
        _bench.World.Created.ShouldBe(["Profiles"]);
    }

    [Fact]
    public async Task Should_Make_A_Global_On_Demand_Where_Nobody_Could_See_It_Coming()
    {
        (await _bench.RunAsync("Global<IProfiles>(\"Profiles\")[\"@c\"].Name")).ShouldBe(new ScriptDone { Value = "@c" });
        _bench.World.Created.ShouldBe(["Profiles"]);
    }

    [Fact]
    public async Task Should_Make_A_Global_Once_A_Run()
    {
        await _bench.RunAsync("Say(Profiles.All.Count + Profiles.All.Count + \"\"); Global<IProfiles>(\"Profiles\")");
        _bench.World.Created.ShouldBe(["Profiles"]);
    }

    [Fact]
    public async Task Should_Tell_Plugins_Which_Script_Runs()
    {
        await _bench.RunAsync("await Publish.Now(\"@a\", \"Hello\");");
        _bench.Publisher.Plans.ShouldHaveSingleItem().AskedBy.ShouldBe("main");
    }

    [Fact]
    public async Task Should_Fail_With_The_Plugins_Own_Words_Where_A_Global_Cannot_Be_Made()
    {
        // Given
        _bench.World.Offer<IProfiles>("Faulty", _ => throw new PluginFaultedException("acme", "The plugin acme is broken."));

        // When
        var outcome = await _bench.RunAsync("Say(Faulty.All.Count.ToString());");

        // Then
        outcome.ShouldBe(new ScriptFailed { Message = "The plugin acme is broken.", ExceptionType = nameof(PluginFaultedException) });
    }

    [Fact]
    public async Task Should_Leave_Out_A_Global_Whose_Type_Scripts_Cannot_See()
    {
        // Given
        _bench.World.Declared.Add(new ScriptGlobalDeclaration { Name = "Odd", Type = "Acme.Private.Odd", Description = "Odd.", Plugin = "acme.odd" });

        // When
        var others = await _bench.RunAsync("Profiles[\"@a\"].Name");
        var odd = await _bench.RunAsync("Say(\"\");\nSay(Odd.Name);");

        // Then
        others.ShouldBe(new ScriptDone { Value = "@a" });
        odd.ShouldBeOfType<ScriptRefused>().Diagnostics.ShouldHaveSingleItem().ToString().ShouldBe(
            "main.csx(2,5): error PH1004: The plugin acme.odd offers a global \"Odd\" of type Acme.Private.Odd, which scripts cannot use: it must be "
            + "a public class or interface of a contract assembly. Tell the plugin's author.\nSay(Odd.Name);");
    }

    [Fact]
    public async Task Should_Leave_Out_A_Global_That_Would_Hide_One_Of_The_Sdk()
    {
        _bench.World.Offer<IProfiles>("Today", _ => _bench.Publisher);
        (await _bench.RunAsync("Today.ToString()")).ShouldBe(new ScriptDone { Value = "2026-11-23" });
    }

    [Fact]
    public async Task Should_Run_Without_A_Prelude_Where_No_Plugin_Has_A_Global()
    {
        _bench.World.Declared.Clear();
        (await _bench.RunAsync("Args.Count")).ShouldBe(new ScriptDone { Value = 0 });
        _bench.Restart();
        (await _bench.RunAgainAsync("a")).ShouldBe(new ScriptDone { Value = 1 });
    }

    [Fact]
    public async Task Should_Write_In_The_Invariant_Culture_Whatever_The_Machine_Speaks()
    {
        // Given
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("nb-NO");
        try
        {
            // When
            var outcome = await _bench.RunAsync(
                """
                var first = $"{1.5} {Now:dddd}";
                await Task.Run(() => 1);
                $"{first} {1.5} {Now:dddd} {System.Globalization.CultureInfo.CurrentUICulture.Name}|"
                """);

            // Then
            outcome.ShouldBe(new ScriptDone { Value = "1.5 Monday 1.5 Monday |" });
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
