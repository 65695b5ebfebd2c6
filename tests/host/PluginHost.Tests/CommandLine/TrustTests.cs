using PluginHost.Engine.Tests.Fixtures;

namespace PluginHost.Tests.CommandLine;

/// <summary>A workspace from elsewhere, and plugins that nobody has accepted, from the command line.</summary>
public sealed class TrustTests
{
    private const string Guest = "public sealed class Guest : Plugin { [Command(\"guest.hello\", \"Hello\")] public string Say() => \"hello from the guest\"; }";

    private static readonly (string, string?)[] Unasked = [("PLUGINHOST_TRUST", null)];

    [Theory]
    [InlineData("run", "scripts/hello.csx")]
    [InlineData("run", "--isolate", "scripts/hello.csx")]
    [InlineData("rehearse", "scripts/hello.csx")]
    [InlineData("test")]
    [InlineData("campaigns", "start", "hello")]
    [InlineData("serve")]
    public async Task Should_Run_Nothing_Of_A_Folder_That_Nobody_Trusts_Where_Nobody_Is_Asked(params string[] line)
    {
        using var place = Place();

        var end = await place.RunWithAsync(Unasked, line);

        end.ExitCode.ShouldBe(2);
        end.Errors.ShouldContain($"\"pluginhost trust {place.Root}\" trusts it. Where nobody is asked, PLUGINHOST_TRUST=all or PLUGINHOST_TRUST={place.Root} does.");
        end.Output.ShouldNotContain("hello");
    }

    [Fact]
    public async Task Should_Take_No_Answer_Out_Of_A_Pipe()
    {
        using var place = Place();

        var end = await place.BashAsync("unset PLUGINHOST_TRUST; yes | pluginhost run scripts/hello.csx");

        end.ExitCode.ShouldBe(2);
        end.Output.ShouldBe("");
    }

    [Fact]
    public async Task Should_Do_What_Comes_With_The_Program_And_Keep_The_Rest_In_Its_List()
    {
        using var place = Place();

        var post = await place.RunWithAsync(Unasked, "do", "posting.publish", "profile=@slocombe", "text=Hello");
        var plugins = await place.RunWithAsync(Unasked, "plugins", "--json");
        var guest = await place.RunWithAsync(Unasked, "do", "guest.hello");

        post.ExitCode.ShouldBe(0);
        post.Errors.ShouldContain("guest is not used: the workspace is not trusted");
        plugins.Output.ShouldContain("\"restricted\"");
        guest.ExitCode.ShouldBe(2);
        guest.Output.ShouldBe("");
    }

    [Fact]
    public async Task Should_Trust_By_The_Verb_And_Take_It_Back()
    {
        using var place = Place();

        (await place.RunWithAsync(Unasked, "trust")).ShouldBeDone().Output.ShouldContain("guest asks for nothing beyond its own tables");
        (await place.RunWithAsync(Unasked, "run", "scripts/hello.csx")).ShouldBeDone().Output.ShouldBe("hello from the script\n");
        (await place.RunWithAsync(Unasked, "do", "guest.hello")).ShouldBeDone().Output.ShouldBe("hello from the guest\n");
        (await place.RunWithAsync(Unasked, "trust", "--list")).ShouldBeDone().Output.ShouldContain(place.Root);

        (await place.RunWithAsync(Unasked, "trust", ".", "--revoke")).ShouldBeDone();
        (await place.RunWithAsync(Unasked, "run", "scripts/hello.csx")).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task Should_Trust_A_Folder_By_The_Environment()
    {
        using var place = Place();

        (await place.RunWithAsync([("PLUGINHOST_TRUST", Path.GetDirectoryName(place.Root))], "run", "scripts/hello.csx")).ShouldBeDone();
        (await place.RunWithAsync([("PLUGINHOST_TRUST", place.Root + "-other")], "run", "scripts/hello.csx")).ExitCode.ShouldBe(2);
        (await place.RunWithAsync([("PLUGINHOST_TRUST", ".")], "run", "scripts/hello.csx")).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task Should_Accept_An_Installed_Plugin_By_Its_Id()
    {
        using var place = Place();
        TestPlugin.Write(Path.Combine(place.Home, "plugins"), "extra", Guest.Replace("guest.", "extra.", StringComparison.Ordinal), "needs: [network]");
        place.Write("plugins.yaml", "plugins:\n  extra:\n");
        (await place.RunWithAsync(Unasked, "trust")).ShouldBeDone();

        var refused = await place.RunWithAsync(Unasked, "do", "extra.hello");
        var shown = await place.RunWithAsync(Unasked, "trust", "extra", "--show");
        var nobody = await place.RunWithAsync(Unasked, "trust", "extra");
        var accepted = await place.RunWithAsync(Unasked, "trust", "extra", "--yes");

        refused.ExitCode.ShouldBe(2);
        refused.Errors.ShouldContain("you have not accepted it yet. It wants to speak with servers on the internet. \"pluginhost trust extra\" shows and accepts it.");
        shown.ShouldBeDone().Output.ShouldContain("A plugin runs as you. Needs are declarations that PluginHost checks where it can; this is consent, not a sandbox.");
        nobody.ExitCode.ShouldBe(2);
        accepted.ExitCode.ShouldBe(0);
        (await place.RunWithAsync(Unasked, "do", "extra.hello")).ShouldBeDone().Output.ShouldBe("hello from the guest\n");
        (await place.RunWithAsync(Unasked, "trust", "extra", "--revoke")).ShouldBeDone();
        (await place.RunWithAsync(Unasked, "do", "extra.hello")).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task Should_Run_What_Was_Accepted_At_Its_Installation_And_Ask_Again_When_That_Is_Taken_Back()
    {
        using var place = Place();
        TestPackage.Pack(place.Plugins, "acme.notes", "1.0.0", manifest: "needs: [network]");
        (await place.RunWithAsync(Unasked, "trust")).ShouldBeDone();

        var added = await place.RunWithAsync(Unasked, "plugins", "add", "acme.notes", "--source", "../plugins", "--yes");
        var said = await place.RunWithAsync(Unasked, "do", "acme.notes.say");
        (await place.RunWithAsync(Unasked, "trust", "acme.notes", "--revoke")).ShouldBeDone();
        var refused = await place.RunWithAsync(Unasked, "do", "acme.notes.say");

        added.ExitCode.ShouldBe(0, added.ToString());
        said.ShouldBeDone().Output.ShouldBe("hello\n");
        refused.ExitCode.ShouldBe(2);
        refused.Errors.ShouldContain("you have not accepted it yet");
    }

    [Theory]
    [InlineData("trust --list --revoke", "--list, --show and --revoke are three things to do")]
    [InlineData("trust gest", "The workspace names no plugin \"gest\". Did you mean \"guest\"?")]
    [InlineData("trust /no/such/folder", "There is no folder /no/such/folder.")]
    [InlineData("trust scripts/", "There is no plugins.yaml in")]
    [InlineData("trust posting --revoke", "posting comes with PluginHost and is part of it.")]
    public async Task Should_Say_What_Is_Wrong_With_A_Line(string line, string complaint)
    {
        using var place = Place();

        var end = await place.RunWithAsync(Unasked, line.Split(' '));

        end.ExitCode.ShouldBe(2);
        end.Errors.ShouldContain(complaint);
    }

    [Fact]
    public async Task Should_Ask_Once_On_A_Terminal()
    {
        using var place = Place();
        await using (var asking = await TmuxProgram.StartAsync("run scripts/hello.csx", place, 120, 30, "PLUGINHOST_TRUST="))
        {
            var question = await asking.ShowsAsync("(y/n)");
            question.ShouldContain("It has 1 script; campaigns: hello; plugins of its own: guest.");
            question.ShouldContain($"This folder's scripts and plugins run as you. Trust {place.Root}?");
            await asking.KeyAsync("y");
            await asking.KeyAsync("Enter");
            await asking.ShowsAsync("hello from the script");
        }

        (await place.RunWithAsync(Unasked, "run", "scripts/hello.csx")).ShouldBeDone();
    }

    [Theory]
    [InlineData("Enter", "is not trusted. Nothing of it was run.")]
    [InlineData("C-d", "is not trusted. Nothing of it was run.")]
    [InlineData("C-c", "Cancelled.")]
    public async Task Should_Trust_Nothing_Without_A_Yes(string key, string told)
    {
        using var place = Place();
        await using (var asking = await TmuxProgram.StartAsync("run scripts/hello.csx", place, 120, 30, "PLUGINHOST_TRUST="))
        {
            await asking.ShowsAsync("(y/n)");
            await asking.KeyAsync(key);
            await asking.EndAsync();
            (await asking.ShowsAsync(told)).ShouldNotContain("hello from the script");
        }

        (await place.RunWithAsync(Unasked, "run", "scripts/hello.csx")).ExitCode.ShouldBe(2);
    }

    private static ProgramPlace Place()
    {
        var place = new ProgramPlace("""
            plugins:
              posting:
              rehearsal:
              guest: { path: ../plugins/guest }
            profiles:
              "@slocombe": { network: rehearsal }
            campaigns:
              hello: { script: scripts/hello.csx, at: every 1h }
            """);
        TestPlugin.Write(place.Plugins, "guest", Guest);
        place.Write("scripts/hello.csx", "Say(\"hello from the script\");");
        return place;
    }
}
