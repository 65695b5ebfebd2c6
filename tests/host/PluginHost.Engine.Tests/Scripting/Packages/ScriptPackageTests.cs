using System.Diagnostics;
using System.Runtime.InteropServices;

namespace PluginHost.Engine.Scripting;

/// <summary>Packages from a folder, by the .NET SDK of the machine. Without it these are skipped.</summary>
public sealed class ScriptPackageTests : IDisposable
{
    private const string Cone = "public static class Cone { public static string Say() => \"vanilla\"; }";

    private readonly ScriptBench _bench = new();
    private readonly PackageSource _source;

    public ScriptPackageTests()
    {
        Assert.SkipUnless(HasSdk(), "There is no .NET SDK on this machine.");
        _source = new PackageSource(_bench);
    }

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Should_Use_A_Package_With_What_It_Needs_And_Afterwards_Ask_Nobody()
    {
        // Given
        _source.Add("Acme.Cone", "1.2.0", Cone).Add("Acme.Shop", "2.0.0-beta.1", "public class Shop { public string Open() => Cone.Say() + \"!\"; }", "Acme.Cone 1.2.0");
        const string Code = "#r \"nuget: Acme.Shop, 2.0.0-beta.1\"\nnew Shop().Open() + Cone.Say()";

        // When
        var outcome = await _bench.RunAsync(Code);

        // Then
        outcome.ShouldBe(new ScriptDone { Value = "vanilla!vanilla" });

        // When: the source is gone, and the script is another
        Directory.Delete(Path.Combine(_bench.Folder, "source"), recursive: true);
        _bench.Restart();

        // Then
        (await _bench.RunAgainAsync()).ShouldBe(new ScriptDone { Value = "vanilla!vanilla" });
        (await _bench.RunAsync($"{Code} + 1")).ShouldBe(new ScriptDone { Value = "vanilla!vanilla1" });
    }

    [Fact]
    public async Task Should_Find_What_A_Loaded_File_Names_And_What_Is_Native()
    {
        // Given
        var native = $"runtimes/{RuntimeInformation.RuntimeIdentifier}/native/libacme.so";
        _source.Add("Acme.Native", "1.0.0", "public static class Native { }", files: (native, "no library"));
        _bench.Write("own.csx", "#r \"nuget: Acme.Native, 1.0.0\"\nvar type = typeof(Native).Name;");

        // When
        var outcome = await _bench.RunAsync("#load \"own.csx\"\ntry { System.Runtime.InteropServices.NativeLibrary.Load(\"acme\", typeof(Native).Assembly, null); } catch (Exception e) { Say(e.Message); }\ntype");

        // Then: it was found, and is none
        outcome.ShouldBe(new ScriptDone { Value = "Native" });
        _bench.Person.Said.ShouldHaveSingleItem().ShouldContain("libacme.so");
    }

    [Fact]
    public async Task Should_Fetch_Again_What_Was_Taken_Away()
    {
        _source.Add("Acme.Cone", "1.2.0", Cone);
        await _bench.RunAsync("#r \"nuget: Acme.Cone, 1.2.0\"\nCone.Say()");
        Directory.Delete(Path.Combine(_bench.CacheFolder, "packages", "store"), recursive: true);
        (await _bench.RunAgainAsync()).ShouldBe(new ScriptDone { Value = "vanilla" });
    }

    [Fact]
    public async Task Should_Show_Where_A_Package_Is_Named_That_Does_Not_Exist()
    {
        var diagnostic = await RefuseAsync("// One.\n#r \"nuget: Acme.Gone, 1.0.0\"\n1");
        (diagnostic.Line, diagnostic.Id, diagnostic.SourceLine).ShouldBe((2, "PH1003", "#r \"nuget: Acme.Gone, 1.0.0\""));
        diagnostic.Text.ShouldStartWith("There is no package of this name in the sources that the .NET SDK knows here: ");
        diagnostic.Text.ShouldContain("Acme.Gone");
    }

    [Fact]
    public async Task Should_Say_Which_Versions_There_Are()
    {
        _source.Add("Acme.Cone", "1.2.0", Cone);
        var diagnostic = await RefuseAsync("#r \"nuget: Acme.Cone, 1.3.0\"\n1");
        diagnostic.Text.ShouldStartWith("There is no such version of the package: ");
        diagnostic.Text.ShouldContain("1.2.0");
    }

    [Fact]
    public async Task Should_Say_That_A_Source_Cannot_Be_Reached()
    {
        // Port 9 of this machine: nobody listens there.
        _source.Use("http://127.0.0.1:9/index.json");
        var diagnostic = await RefuseAsync("#r \"nuget: Acme.Cone, 1.2.0\"\n1");
        diagnostic.Text.ShouldStartWith("A source of packages cannot be reached, and Acme.Cone 1.2.0 is not in the cache yet. ");
    }

    private async Task<ScriptDiagnostic> RefuseAsync(string code) =>
        (await _bench.RunAsync(code)).ShouldBeOfType<ScriptRefused>().Diagnostics.ShouldHaveSingleItem();

    private static bool HasSdk()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("dotnet", "--version") { RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
