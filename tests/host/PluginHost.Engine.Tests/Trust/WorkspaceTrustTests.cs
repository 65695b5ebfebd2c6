using PluginHost.Engine.Campaigns;
using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Rehearsing;
using PluginHost.Engine.Scripting;
using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Engine.Trust;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Trust;

public sealed class WorkspaceTrustTests : IAsyncDisposable
{
    private const string Hello = "public sealed class Hello : Plugin { [Command(\"ID.hello\", \"Hello\")] public string Say() => \"hello\"; }";

    private static readonly CancellationToken Cancel = CancellationToken.None;

    private readonly TestWorkspace _workspace = new() { Given = GivenTrust.None };
    private readonly FakePerson _person = new();

    [Fact]
    public async Task Should_Run_No_Script_Of_A_Workspace_That_Nobody_Trusts()
    {
        var script = _workspace.Write("scripts/hello.csx", "Say(\"hello\");");

        var outcome = await RunAsync(script);

        outcome.ShouldBeOfType<ScriptNotStarted>().Message.ShouldBe(
            $"{_workspace.Engine.Trust.Folder} is not trusted, so its scripts do not run, nor do plugins that come with it. Look at them first; they run as you. "
            + $"\"pluginhost trust {_workspace.Engine.Trust.Folder}\" trusts it.");
        _person.Said.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Run_It_At_Once_When_It_Is_Trusted_And_No_More_When_That_Is_Taken_Back()
    {
        var script = _workspace.Write("scripts/hello.csx", "Say(\"hello\");");
        (await RunAsync(script)).ShouldBeOfType<ScriptNotStarted>();

        await _workspace.Engine.TrustAsync(_workspace.Engine.Offer, Cancel);
        var trusted = await RunAsync(script);
        _workspace.Engine.Trust.Book.RevokeWorkspace(_workspace.Root);
        var revoked = await RunAsync(script);

        trusted.ShouldBeOfType<ScriptDone>();
        revoked.ShouldBeOfType<ScriptNotStarted>();
        _person.Said.ShouldBe(["hello"]);
    }

    [Theory]
    [InlineData("#load \"scripts/hello.csx\"")]
    [InlineData("#r \"lib/Hello.dll\"")]
    public async Task Should_Bring_No_File_Of_The_Workspace_Into_What_A_Person_Enters(string entered)
    {
        _workspace.Write("scripts/hello.csx", "Say(\"hello\");");
        TestPlugin.Assembly(Path.Combine(_workspace.Root, "lib"), "Hello", "public static class Words { }");
        await using var repl = _workspace.Engine.Scripts.NewRepl(_workspace.Root, _person);

        var typed = await repl.EnterAsync("1 + 1", Cancel);
        var loaded = await repl.EnterAsync(entered, Cancel);

        typed.ShouldBeOfType<ScriptDone>().Value.ToString().ShouldBe("2");
        loaded.ShouldBeOfType<ScriptNotStarted>();
        _person.Said.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Run_What_Comes_With_The_Program_And_Nothing_That_Comes_With_The_Workspace()
    {
        _workspace.With("bundled", Hello.Replace("ID", "bundled", StringComparison.Ordinal))
            .WithInstalled("installed", Hello.Replace("ID", "installed", StringComparison.Ordinal))
            .WithOwn("own", Hello.Replace("ID", "own", StringComparison.Ordinal));

        (await _workspace.DoAsync("bundled.hello")).ToString().ShouldBe("hello");
        foreach (var id in new[] { "installed", "own" })
        {
            (await Should.ThrowAsync<PluginFaultedException>(() => _workspace.DoAsync($"{id}.hello"))).Message
                .ShouldContain("the workspace is not trusted, and only plugins that come with PluginHost run in it.");
            (await Should.ThrowAsync<PluginFaultedException>(() => _workspace.Engine.ActivateAsync(id, Cancel))).Message.ShouldContain("\"pluginhost trust\" trusts it");
            _workspace.StateOf(id).ShouldBe(PluginState.Restricted);
            _workspace.Engine.Plugins.Find(id)!.Contributions!.Commands.ShouldHaveSingleItem();
        }
    }

    [Fact]
    public async Task Should_Run_Plugins_Of_The_Workspace_At_Once_When_It_Is_Trusted()
    {
        _workspace.WithOwn("own", Hello.Replace("ID", "own", StringComparison.Ordinal), "needs: [files]");
        _workspace.StateOf("own").ShouldBe(PluginState.Restricted);

        await _workspace.Engine.TrustAsync(_workspace.Engine.Offer, Cancel);

        (await _workspace.DoAsync("own.hello")).ToString().ShouldBe("hello");
    }

    [Fact]
    public void Should_Say_Before_The_Question_What_Would_Run()
    {
        _workspace.WithOwn("own", Hello.Replace("ID", "own", StringComparison.Ordinal), "needs: [network, secrets]");
        _workspace.Write("scripts/a.csx", "");
        _workspace.Write("scripts/b.csx", "");

        _workspace.Engine.Offer.Lines.ShouldBe(
        [
            $"{_workspace.Engine.Trust.Folder} was not opened here before. Its scripts and plugins run as you: they can do all that you can.",
            "It has 2 scripts; plugins of its own: own.",
            "  own wants to speak with servers on the internet",
            "Without your trust it can be looked at, and plugins that come with PluginHost run.",
        ]);
    }

    [Fact]
    public void Should_Warn_Of_A_Folder_That_Everybody_May_Write()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other rights.");
        var root = Path.GetDirectoryName(_workspace.Write("note.txt", ""))!;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(root, File.GetUnixFileMode(root) | UnixFileMode.OtherWrite);

        _workspace.Engine.Offer.Lines.ShouldContain("Careful: everybody on this machine may write to this folder, and so decide what runs as you.");
    }

    [Fact]
    public async Task Should_Begin_And_Note_No_Campaign()
    {
        _workspace.Write("scripts/hello.csx", "Say(\"hello\");");
        _workspace.Extra = "campaigns:\n  hello: { script: scripts/hello.csx, at: every 1m }";
        var campaign = _workspace.Engine.Campaigns.Find("hello");
        var told = new List<CampaignEvent>();
        _workspace.Engine.Campaigns.Happened += told.Add;

        await Should.ThrowAsync<WrongUseException>(() => _workspace.Engine.Campaigns.StartAsync(campaign));
        await Should.ThrowAsync<WrongUseException>(() => _workspace.Engine.Campaigns.AddAsync(campaign));
        using var stop = new CancellationTokenSource();
        var serving = _workspace.Engine.Campaigns.RunAsync(stop.Token);
        await _workspace.UntilAsync(() => told.Count > 0);
        _workspace.Clock.Advance(TimeSpan.FromMinutes(5));
        await stop.CancelAsync();
        await serving;

        told.ShouldHaveSingleItem().Text.ShouldStartWith("No campaign runs: ");
        (await _workspace.Engine.Campaigns.StandingAsync(campaign, Cancel)).Occurrences.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Rehearse_Nothing()
    {
        var script = _workspace.Write("scripts/hello.csx", "Say(\"hello\");");
        var file = _workspace.Write("plugins.yaml", "plugins:\n");
        var options = new EngineOptions { WorkspaceFile = file, User = _workspace.User, Person = _workspace.Person, Given = GivenTrust.None };
        var day = new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

        var refused = await Should.ThrowAsync<WrongUseException>(
            () => Rehearser.RunAsync(options, new RehearsalRequest { Script = script, Args = [], From = day, Until = day.AddDays(1), Starts = [day], Seed = "1" }, Cancel));

        refused.Message.ShouldContain("is not trusted, so its scripts do not run");
    }

    [Fact]
    public async Task Should_Let_The_Environment_Trust_A_Folder_That_Nobody_Was_Asked_For()
    {
        await using var given = new TestWorkspace { Given = new GivenTrust { Folders = [CanonicalFolder.Of(Path.GetTempPath())] } };
        given.WithOwn("own", Hello.Replace("ID", "own", StringComparison.Ordinal), "needs: [network]")
            .WithInstalled("installed", Hello.Replace("ID", "installed", StringComparison.Ordinal), "needs: [network]");

        (await given.DoAsync("own.hello")).ToString().ShouldBe("hello");
        given.StateOf("installed").ShouldBe(PluginState.Restricted);
    }

    public ValueTask DisposeAsync() => _workspace.DisposeAsync();

    private Task<ScriptOutcome> RunAsync(string script) => _workspace.Engine.Scripts.RunAsync(new ScriptRequest { Path = script, Args = [] }, _person, Cancel);
}
