using PluginHost.Engine.Plugins;
using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Engine.Trust;

namespace PluginHost.Engine.Tests.Trust;

public sealed class PluginTrustTests : IAsyncDisposable
{
    private const string Notes = "public sealed class Notes : Plugin { [Command(\"acme.notes.hello\", \"Hello\")] public string Say() => \"hello\"; }";
    private const string Id = "acme.notes";

    private static readonly CancellationToken Cancel = CancellationToken.None;

    private readonly TestWorkspace _workspace = new() { Given = GivenTrust.None };

    private KnownPlugin Plugin => _workspace.Engine.Plugins.Find(Id)!;

    [Fact]
    public async Task Should_Ask_Once_For_An_Installed_Plugin()
    {
        await InstalledAsync("needs: [network, files]");
        Plugin.Restriction!.Kind.ShouldBe(RestrictionKind.NotAccepted);
        Plugin.Refusal.ShouldBe(
            "you have not accepted it yet. It wants to speak with servers on the internet; to read and write files of the workspace. \"pluginhost trust acme.notes\" shows and accepts it.");

        await _workspace.Engine.AcceptAsync(Plugin, Cancel);

        (await _workspace.DoAsync("acme.notes.hello")).ToString().ShouldBe("hello");
    }

    [Fact]
    public async Task Should_Ask_Even_Where_It_Asks_For_Nothing()
    {
        await InstalledAsync("");

        Plugin.Refusal.ShouldBe("you have not accepted it yet. \"pluginhost trust acme.notes\" shows and accepts it.");
    }

    [Fact]
    public async Task Should_Ask_Again_When_Needs_Have_Grown_And_Tell_The_New_Ones_Apart()
    {
        await InstalledAsync("needs: [network]");
        await _workspace.Engine.AcceptAsync(Plugin, Cancel);

        await InstalledAsync("needs: [network, mail]");

        Plugin.Restriction!.Kind.ShouldBe(RestrictionKind.NeedsGrown);
        Plugin.Restriction.NewNeeds.ShouldBe(["mail"]);
        Plugin.Restriction.KnownNeeds.ShouldBe(["network"]);
        Plugin.Refusal.ShouldBe("it wants more than you have accepted: to send mail through the workspace's mail server. \"pluginhost trust acme.notes\" shows and accepts it.");
        PluginOffer.Of(Plugin).Lines.ShouldBe(
        [
            $"acme.notes 1.0.0 (acme.notes), in {Plugin.Folder}",
            "It wants to",
            "  new: send mail through the workspace's mail server",
            "  speak with servers on the internet",
            PluginOffer.Plainly,
        ]);
    }

    [Fact]
    public async Task Should_Ask_Again_When_Its_Files_Are_Others()
    {
        await InstalledAsync("needs: [network]");
        await _workspace.Engine.AcceptAsync(Plugin, Cancel);

        File.WriteAllText(Path.Combine(Plugin.Folder, "Private.dll"), "another");
        await _workspace.Engine.ReloadAsync(Cancel);

        Plugin.Restriction!.Kind.ShouldBe(RestrictionKind.FilesChanged);
        _workspace.StateOf(Id).ShouldBe(PluginState.Restricted);
    }

    [Fact]
    public async Task Should_Not_Ask_Where_Files_Were_Touched_And_Say_The_Same()
    {
        await InstalledAsync("needs: [network]");
        await _workspace.Engine.AcceptAsync(Plugin, Cancel);
        var before = _workspace.Engine.Trust.Book.FindConsents(Id).ShouldHaveSingleItem();

        File.SetLastWriteTimeUtc(Path.Combine(Plugin.Folder, "plugin.yaml"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        await _workspace.Engine.ReloadAsync(Cancel);

        Plugin.Restriction.ShouldBeNull();
        var after = _workspace.Engine.Trust.Book.FindConsents(Id).ShouldHaveSingleItem();
        after.Sha512.ShouldBe(before.Sha512);
        after.Stamp.ShouldNotBe(before.Stamp);
    }

    [Fact]
    public async Task Should_Let_Two_Accepted_Versions_Run_Beside_Each_Other()
    {
        await InstalledAsync("needs: [network]");
        await _workspace.Engine.AcceptAsync(Plugin, Cancel);
        var manifest = Path.Combine(Plugin.Folder, "plugin.yaml");
        var first = await File.ReadAllTextAsync(manifest, Cancel);
        await File.WriteAllTextAsync(manifest, first.Replace("[network]", "[network, files]", StringComparison.Ordinal), Cancel);
        await _workspace.Engine.ReloadAsync(Cancel);
        Plugin.Restriction!.NewNeeds.ShouldBe(["files"]);
        await _workspace.Engine.AcceptAsync(Plugin, Cancel);

        await File.WriteAllTextAsync(manifest, first, Cancel);
        await _workspace.Engine.ReloadAsync(Cancel);

        Plugin.Restriction.ShouldBeNull();
        Plugin.Manifest!.Needs.ShouldBe(["network"]);
    }

    [Fact]
    public async Task Should_Let_An_Author_Build_A_Plugin_Anew_As_Long_As_It_Wants_No_More()
    {
        _workspace.WithOwn(Id, Notes, "needs: [network]");
        await _workspace.Engine.TrustAsync(_workspace.Engine.Offer, Cancel);

        _workspace.WithOwnAgain(Id, Notes.Replace("hello\";", "hello again\";", StringComparison.Ordinal), "needs: [network]");
        await _workspace.Engine.ReloadAsync(Cancel);
        Plugin.Restriction.ShouldBeNull();

        _workspace.WithOwnAgain(Id, Notes, "needs: [network, process]");
        await _workspace.Engine.ReloadAsync(Cancel);
        Plugin.Restriction!.NewNeeds.ShouldBe(["process"]);

        await _workspace.Engine.AcceptAsync(Plugin, Cancel);
        Plugin.Restriction.ShouldBeNull();
    }

    [Fact]
    public async Task Should_Ask_For_A_Plugin_That_Came_Into_A_Trusted_Workspace_Later()
    {
        _ = _workspace.Engine.Plugins;
        await _workspace.Engine.TrustAsync(_workspace.Engine.Offer, Cancel);

        _workspace.WithOwn(Id, Notes, "needs: [network]");
        _workspace.Save();
        await _workspace.Engine.ReloadAsync(Cancel);

        Plugin.Restriction!.Kind.ShouldBe(RestrictionKind.NotAccepted);
    }

    [Fact]
    public async Task Should_Ask_For_Nothing_In_Vain_And_Keep_Nothing_That_Cannot_Be_Given_Yet()
    {
        _workspace.WithOwn(Id, Notes, "needs: [secrets, files]");
        await _workspace.Engine.TrustAsync(_workspace.Engine.Offer, Cancel);

        _workspace.Engine.Trust.Book.FindConsent(Id, Plugin.Folder)!.Needs.ShouldBe(["files"]);
        Plugin.Restriction.ShouldBeNull();
    }

    [Fact]
    public async Task Should_Ask_Nobody_Where_The_Environment_Trusts_All()
    {
        await using var workspace = new TestWorkspace { Given = GivenTrust.Everything };
        workspace.WithInstalled(Id, Notes, "needs: [network]");

        (await workspace.DoAsync("acme.notes.hello")).ToString().ShouldBe("hello");
    }

    public ValueTask DisposeAsync() => _workspace.DisposeAsync();

    private async Task InstalledAsync(string manifest)
    {
        TestPlugin.Write(_workspace.User.Plugins, Id, Notes, manifest);
        if (!_workspace.IsOpen)
            _workspace.Naming(Id);

        await _workspace.Engine.TrustAsync(_workspace.Engine.Offer, Cancel);
    }
}
