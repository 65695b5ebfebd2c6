using PluginHost.Engine.Packages;
using PluginHost.Engine.Packages.Locking;
using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Packages;

public sealed class PluginPackagesTests : IDisposable
{
    private readonly PackagePlace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Should_Install_A_Plugin_And_Run_It()
    {
        TestPackage.Pack(_place.Feed, "acme.notes", "1.0.0", manifest: "needs: [network]");
        TestPackage.Pack(_place.Feed, "acme.notes", "1.1.0", manifest: "needs: [network]");
        TestPackage.Pack(_place.Feed, "acme.notes", "2.0.0-beta.1");

        Changed(await _place.AddAsync("acme.notes")).Version.ShouldBe("1.1.0");

        _place.Asked.ShouldHaveSingleItem().NewNeeds.ShouldBe(["network"]);
        _place.Read("plugins.yaml").ShouldBe("plugins:\n  acme.notes:\n");
        var locked = Lock().Find("acme.notes").ShouldNotBeNull();
        (locked.Version, locked.Source).ShouldBe(("1.1.0", "../feed"));
        locked.Sha512.ShouldBe(Sha512Text.OfFile(Path.Combine(_place.Feed, "acme.notes.1.1.0.nupkg")));
        Path.GetFileName(_place.Unpacked("acme.notes").ShouldHaveSingleItem()).ShouldBe($"1.1.0-{locked.Sha512[..16]}");
        await using var engine = _place.Open();
        (await engine.Commands.RunAsync("acme.notes.say", Sdk.Record.Of(), CancellationToken.None)).ShouldBe((Value)"hello");
    }

    [Fact]
    public async Task Should_Take_Unfinished_Versions_Only_Where_They_Are_Wanted()
    {
        TestPackage.Pack(_place.Feed, "acme.notes", "2.0.0-beta.1");

        (await Should.ThrowAsync<PluginHostException>(() => _place.AddAsync("acme.notes"))).Message.ShouldContain("in unfinished versions alone: 2.0.0-beta.1");
        _place.Prerelease = true;
        Changed(await _place.AddAsync("acme.notes")).Version.ShouldBe("2.0.0-beta.1");
    }

    [Fact]
    public async Task Should_Leave_Nothing_Where_The_Person_Says_No()
    {
        TestPackage.Pack(_place.Feed, "acme.notes", "1.0.0");
        _place.Answer = false;

        (await _place.AddAsync("acme.notes")).ShouldBeOfType<PackageKept>().Why.ShouldBe("is not installed.");

        _place.Unpacked("acme.notes").ShouldBeEmpty();
        _place.Read("plugins.yaml").ShouldBe("plugins:\n");
        Lock().Plugins.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("altered")]
    [InlineData("missing")]
    [InlineData("added")]
    public async Task Should_Refuse_And_Name_A_File_That_Is_Not_As_It_Was_Installed_And_Put_It_Right(string what)
    {
        TestPackage.Pack(_place.Feed, "acme.notes", "1.0.0");
        await _place.AddAsync("acme.notes");
        _place.RefusalOf("acme.notes").ShouldBeNull();
        var file = Path.Combine(_place.Unpacked("acme.notes")[0], what == "added" ? "evil.dll" : "Test.acme.notes.dll");
        if (what == "missing")
            File.Delete(file);
        else
            File.WriteAllText(file, "other");

        _place.RefusalOf("acme.notes").ShouldNotBeNull().ShouldContain($"{Path.GetFileName(file)} {(what == "missing" ? "is missing" : $"was {what}")}");

        Changed((await _place.Packages.RestoreAsync(CancellationToken.None)).ShouldHaveSingleItem());
        _place.RefusalOf("acme.notes").ShouldBeNull();
    }

    [Fact]
    public async Task Should_Restore_From_The_Cache_Without_Any_Source()
    {
        TestPackage.Pack(_place.Feed, "acme.notes", "1.0.0");
        await _place.AddAsync("acme.notes");
        Directory.Delete(_place.User.Plugins, recursive: true);
        Directory.Delete(_place.Feed, recursive: true);
        _place.RefusalOf("acme.notes").ShouldBe("acme.notes 1.0.0 is locked, and not unpacked on this machine. \"pluginhost plugins add\" restores it.");

        Changed((await _place.Packages.RestoreAsync(CancellationToken.None)).ShouldHaveSingleItem()).What.ShouldBe("is restored.");

        _place.RefusalOf("acme.notes").ShouldBeNull();
        _place.Asked.Select(candidate => candidate.IsRestored).ShouldBe([false, true]);
    }

    [Fact]
    public async Task Should_Refuse_Another_Package_In_The_Place_Of_The_Locked_One()
    {
        TestPackage.Pack(_place.Feed, "acme.notes", "1.0.0");
        await _place.AddAsync("acme.notes");
        Directory.Delete(_place.User.Plugins, recursive: true);
        Directory.Delete(_place.User.Cache, recursive: true);
        TestPackage.Pack(_place.Feed, "acme.notes", "1.0.0", TestPackage.Source.Replace("hello", "evil"));

        (await _place.Packages.RestoreAsync(CancellationToken.None)).ShouldHaveSingleItem().ShouldBeOfType<PackageRefused>().Reason.ShouldContain("is not the package that was locked: its SHA-512 is");

        _place.Unpacked("acme.notes").ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Update_Ask_For_More_Needs_Alone_And_Go_Back()
    {
        TestPackage.Pack(_place.Feed, "acme.notes", "1.0.0", manifest: "needs: [network]");
        await _place.AddAsync("acme.notes");
        TestPackage.Pack(_place.Feed, "acme.notes", "1.1.0", manifest: "needs: [network]");
        Changed(Single(await _place.Packages.UpdateAsync(null, CancellationToken.None))).Version.ShouldBe("1.1.0");
        _place.Asked.Count.ShouldBe(1);

        TestPackage.Pack(_place.Feed, "acme.notes", "1.2.0", manifest: "needs: [network, files]");
        _place.Answer = false;
        Single(await _place.Packages.UpdateAsync("acme.notes", CancellationToken.None)).ShouldBeOfType<PackageKept>();
        Lock().Find("acme.notes")!.Version.ShouldBe("1.1.0");
        _place.Asked[^1].NewNeeds.ShouldBe(["files"]);

        Changed(await _place.Packages.RollbackAsync("acme.notes", CancellationToken.None)).Version.ShouldBe("1.0.0");
        _place.RefusalOf("acme.notes").ShouldBeNull();
        Lock().Find("acme.notes")!.Previous!.Version.ShouldBe("1.1.0");
    }

    [Fact]
    public async Task Should_Stay_At_Its_Version_Where_The_Person_Does_Not_Want_The_One_Before_Again()
    {
        TestPackage.Pack(_place.Feed, "acme.notes", "1.0.0", manifest: "needs: [network, files]");
        await _place.AddAsync("acme.notes");
        TestPackage.Pack(_place.Feed, "acme.notes", "1.1.0", manifest: "needs: [network]");
        await _place.Packages.UpdateAsync(null, CancellationToken.None);

        // Another machine, which has never unpacked the one before.
        Directory.Delete(_place.Unpacked("acme.notes")[0], recursive: true);
        _place.Answer = false;

        (await _place.Packages.RollbackAsync("acme.notes", CancellationToken.None)).ShouldBeOfType<PackageKept>().Version.ShouldBe("1.1.0");
        Lock().Find("acme.notes")!.Version.ShouldBe("1.1.0");
        _place.RefusalOf("acme.notes").ShouldBeNull();
    }

    [Fact]
    public async Task Should_Ask_Again_Where_An_Update_Comes_From_Somewhere_Else()
    {
        TestPackage.Pack(_place.Feed, "acme.notes", "1.0.0");
        await _place.AddAsync("acme.notes");
        TestPackage.Pack(_place.PathOf("stranger"), "acme.notes", "1.1.0");
        (_place.Sources, _place.Answer) = ([_place.PathOf("stranger")], false);

        Single(await _place.Packages.UpdateAsync("acme.notes", CancellationToken.None)).ShouldBeOfType<PackageKept>();

        _place.Asked[^1].Source.ShouldBe("../stranger");
        _place.Asked[^1].SourceInFull.ShouldBe(_place.PathOf("stranger"));
        Lock().Find("acme.notes")!.Version.ShouldBe("1.0.0");
    }

    [Fact]
    public async Task Should_Hold_A_Pinned_Plugin()
    {
        TestPackage.Pack(_place.Feed, "acme.notes", "1.0.0");
        await _place.AddAsync("acme.notes");
        TestPackage.Pack(_place.Feed, "acme.notes", "1.1.0");

        Changed(await _place.Packages.PinAsync("acme.notes", null, off: false, CancellationToken.None)).What.ShouldBe("is pinned to 1.0.0.");
        Single(await _place.Packages.UpdateAsync(null, CancellationToken.None)).ShouldBeOfType<PackageKept>().Why.ShouldBe("is pinned to 1.0.0.");
        (await _place.AddAsync("acme.notes@1.1.0")).ShouldBeOfType<PackageRefused>().Reason.ShouldContain("pins acme.notes to 1.0.0");

        await _place.Packages.PinAsync("acme.notes", null, off: true, CancellationToken.None);
        Changed(Single(await _place.Packages.UpdateAsync(null, CancellationToken.None))).Version.ShouldBe("1.1.0");
    }

    [Fact]
    public async Task Should_Remove_A_Plugin_And_Leave_Its_Files_To_Other_Workspaces()
    {
        TestPackage.Pack(_place.Feed, "acme.notes", "1.0.0");
        await _place.AddAsync("acme.notes");

        Changed(await _place.Packages.RemoveAsync("acme.notes", CancellationToken.None)).Version.ShouldBeNull();

        _place.Read("plugins.yaml").ShouldBe("plugins:\n");
        Lock().Plugins.ShouldBeEmpty();
        _place.Unpacked("acme.notes").Count.ShouldBe(1);
        (await _place.Packages.DoctorAsync(CancellationToken.None)).ShouldHaveSingleItem().Text.ShouldContain("is used by this workspace no more");
    }

    [Fact]
    public async Task Should_Install_From_A_File_And_From_A_Folder()
    {
        var package = TestPackage.Pack(_place.PathOf("elsewhere"), "acme.file", "1.0.0");
        var folder = TestPackage.Unpacked(_place.PathOf("elsewhere"), "acme.folder", "1.0.0");

        Changed(await _place.AddAsync(package));
        Changed(await _place.AddAsync(folder));

        Lock().Plugins.Select(plugin => plugin.Source).ShouldBe(["../elsewhere/acme.file.1.0.0.nupkg", "../elsewhere/acme.folder"]);
        _place.RefusalOf("acme.file").ShouldBeNull();
        _place.RefusalOf("acme.folder").ShouldBeNull();
        (await _place.AddAsync(package)).ShouldBeOfType<PackageKept>().Why.ShouldBe("is there already.");
    }

    [Fact]
    public async Task Should_Lose_Neither_Of_Two_That_Are_Added_At_Once()
    {
        TestPackage.Pack(_place.Feed, "acme.one", "1.0.0");
        TestPackage.Pack(_place.Feed, "acme.two", "1.0.0");

        await Task.WhenAll(Task.Run(() => _place.AddAsync("acme.one")), Task.Run(() => _place.AddAsync("acme.two")));

        Lock().Plugins.Select(plugin => plugin.Id).ShouldBe(["acme.one", "acme.two"]);
        _place.Open().Plugins.Usable.Select(plugin => plugin.Id).ShouldBe(["acme.one", "acme.two"], ignoreOrder: true);
    }

    [Fact]
    public async Task Should_Let_Two_Workspaces_Lock_Two_Versions()
    {
        TestPackage.Pack(_place.Feed, "acme.notes", "1.0.0");
        await _place.AddAsync("acme.notes");
        var (yaml, locked) = (_place.Read("plugins.yaml"), _place.Read("plugins.lock.yaml"));
        TestPackage.Pack(_place.Feed, "acme.notes", "1.1.0");
        await _place.Packages.UpdateAsync(null, CancellationToken.None);

        _place.Open().Plugins.Find("acme.notes")!.Manifest!.Version.ShouldBe("1.1.0");
        _place.Write("plugins.yaml", yaml);
        _place.Write("plugins.lock.yaml", locked);
        _place.Open().Plugins.Find("acme.notes")!.Manifest!.Version.ShouldBe("1.0.0");
    }

    [Fact]
    public async Task Should_Swap_A_Running_Plugin_Where_The_Lock_Has_Changed()
    {
        TestPackage.Pack(_place.Feed, "acme.notes", "1.0.0");
        await _place.AddAsync("acme.notes");
        await using var engine = _place.Open();
        (await engine.Commands.RunAsync("acme.notes.say", Sdk.Record.Of(), CancellationToken.None)).ShouldBe((Value)"hello");
        TestPackage.Pack(_place.Feed, "acme.notes", "1.1.0", TestPackage.Source.Replace("hello", "salut"));
        await _place.Packages.UpdateAsync(null, CancellationToken.None);

        await engine.ReloadAsync(CancellationToken.None);

        (await engine.Commands.RunAsync("acme.notes.say", Sdk.Record.Of(), CancellationToken.None)).ShouldBe((Value)"salut");
    }

    [Fact]
    public async Task Should_Cancel_What_The_Old_Version_Is_At_And_Let_The_New_One_Answer_Next()
    {
        const string Waiting = "public sealed class Guest : Plugin { [Command(\"ID.wait\", \"Wait\")] public Task Wait(CancellationToken cancel) => Task.Delay(Timeout.Infinite, cancel); }";
        TestPackage.Pack(_place.Feed, "acme.notes", "1.0.0", Waiting);
        await _place.AddAsync("acme.notes");
        await using var engine = _place.Open();
        var running = engine.Commands.RunAsync("acme.notes.wait", Sdk.Record.Of(), CancellationToken.None);
        while (engine.Runtime.FindRunning("acme.notes") is not { Gate.Inside: > 0, Context.IsIdle: true })
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, CancellationToken.None);

        TestPackage.Pack(_place.Feed, "acme.notes", "1.1.0");
        Changed(Single(await _place.Packages.UpdateAsync(null, CancellationToken.None)));
        running.IsCompleted.ShouldBeFalse();
        await engine.ReloadAsync(CancellationToken.None);

        await Should.ThrowAsync<Exception>(() => running);
        (await engine.Commands.RunAsync("acme.notes.say", Sdk.Record.Of(), CancellationToken.None)).ShouldBe((Value)"hello");
    }

    private PluginsLock Lock() => LockFile.Read(Path.Combine(_place.Root, "plugins.lock.yaml")).Lock;

    private static PackageOutcome Single(IReadOnlyList<PackageOutcome> outcomes) => outcomes.ShouldHaveSingleItem();

    private static PackageChanged Changed(PackageOutcome outcome) => outcome.ShouldBeOfType<PackageChanged>($"{outcome}");
}
