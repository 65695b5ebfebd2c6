using PluginHost.Engine.Tests.Fixtures;

namespace PluginHost.Tests.CommandLine;

public sealed class PluginVerbTests : IDisposable
{
    private readonly ProgramPlace _place = new("plugins:\n  rehearsal:   # to try on\n");

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Should_Install_Run_Switch_Update_Go_Back_And_Remove()
    {
        TestPackage.Pack(_place.Plugins, "acme.notes", "1.0.0", manifest: "needs: [network, files]");

        (await DoneAsync("plugins", "search", "notes", "--source", "../plugins", "--json")).Json[0].GetProperty("version").GetString().ShouldBe("1.0.0");
        (await DoneAsync("plugins", "add", "acme.notes", "--source", "../plugins", "--yes")).Errors.ShouldBe("acme.notes 1.0.0 is installed from ../plugins.\n");
        (await DoneAsync("do", "acme.notes.say")).Output.ShouldBe("hello\n");
        await DoneAsync("plugins", "disable", "acme.notes");
        File.ReadAllText(Path.Combine(_place.Root, "plugins.yaml")).ShouldBe("plugins:\n  rehearsal:   # to try on\n  acme.notes: off\n");
        await DoneAsync("plugins", "enable", "acme.notes");

        TestPackage.Pack(_place.Plugins, "acme.notes", "1.1.0", TestPackage.Source.Replace("hello", "salut"), "needs: [network]");
        (await DoneAsync("plugins", "doctor")).Output.ShouldContain("1.0.0 is installed, and there is 1.1.0.");
        await DoneAsync("plugins", "update");
        (await DoneAsync("do", "acme.notes.say")).Output.ShouldBe("salut\n");
        await DoneAsync("plugins", "rollback", "acme.notes");
        (await DoneAsync("do", "acme.notes.say")).Output.ShouldBe("hello\n");

        await DoneAsync("plugins", "remove", "acme.notes");
        File.ReadAllText(Path.Combine(_place.Root, "plugins.yaml")).ShouldBe("plugins:\n  rehearsal:   # to try on\n");
    }

    [Fact]
    public async Task Should_Install_Nothing_Where_Nobody_Says_Yes()
    {
        TestPackage.Pack(_place.Plugins, "acme.notes", "1.0.0", manifest: "needs: [network, files]");

        var end = await _place.RunAsync("plugins", "add", "acme.notes", "--source", "../plugins");

        end.ExitCode.ShouldBe(2);
        end.Errors.ShouldContain("It wants to\n  speak with servers on the internet\n  read and write files of the workspace\n");
        end.Errors.ShouldContain("this is consent, not a sandbox.");
        end.Errors.ShouldContain("Nobody is there to answer. Say yes beforehand: --yes.");
        _place.Has("plugins.lock.yaml").ShouldBeFalse();
    }

    [Fact]
    public async Task Should_Take_No_Answer_Out_Of_A_Pipe()
    {
        TestPackage.Pack(_place.Plugins, "acme.notes", "1.0.0");

        await using var run = _place.Start("plugins", "add", "acme.notes", "--source", "../plugins");
        await run.Input.WriteLineAsync("y");

        (await run.EndAsync()).ExitCode.ShouldBe(2);
        _place.Has("plugins.lock.yaml").ShouldBeFalse();
    }

    [Theory]
    [InlineData(2, "plugins.yaml names no plugin \"rehersal\", so there is nothing to switch off. Did you mean \"rehearsal\"?", "plugins", "disable", "rehersal")]
    [InlineData(2, "plugins.yaml names no plugin \"acme.notes\".", "plugins", "remove", "acme.notes")]
    [InlineData(2, "rehearsal was not installed", "plugins", "update", "rehearsal")]
    [InlineData(2, "rehearsal was not installed", "plugins", "rollback", "rehearsal")]
    [InlineData(2, "There is no ./nothing.nupkg.", "plugins", "add", "./nothing.nupkg")]
    [InlineData(1, "The source ../nowhere is no folder", "plugins", "add", "acme.notes", "--source", "../nowhere")]
    [InlineData(2, "--off lets the plugin go", "plugins", "pin", "rehearsal", "1.0.0", "--off")]
    public async Task Should_Say_What_Is_Wrong_And_Leave_All_As_It_Was(int exitCode, string message, params string[] arguments)
    {
        var end = await _place.RunAsync(arguments);

        end.ExitCode.ShouldBe(exitCode, end.Errors);
        end.Errors.ShouldContain(message);
        File.ReadAllText(Path.Combine(_place.Root, "plugins.yaml")).ShouldBe("plugins:\n  rehearsal:   # to try on\n");
    }

    private async Task<ProgramEnd> DoneAsync(params string[] arguments)
    {
        var end = await _place.RunAsync(arguments);
        end.ExitCode.ShouldBe(0, end.ToString());
        return end;
    }
}
