using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Engine.Trust;
using PluginHost.Sdk;
using PluginHost.Workbench.Rendering;
using PluginHost.Workbench.Tests.Fixtures;

namespace PluginHost.Workbench.Tests.Trusting;

public sealed class TrustTests
{
    private const string Own = "public sealed class Own : Plugin { [Command(\"own.hello\", \"Own: Hello\")] public string Say() => \"hello from its own\"; }";

    [Fact]
    public async Task Should_Ask_When_The_Screen_Opens_And_Say_What_Would_Run()
    {
        await using var bench = Bench("needs: [network]");

        await bench.UntilAsync(() => bench.Top is ConfirmLayer);

        bench.Top!.Title.ShouldBe("This folder's scripts and plugins run as you. Trust it?");
        string.Join('\n', ((ConfirmLayer)bench.Top).Details).ShouldContain("own wants to speak with servers on the internet");
        bench.Workbench.Title.ToString().ShouldEndWith("  · restricted");
        bench.Workbench.Status.ShouldContain(item => item.Id == "workbench.trust");
    }

    [Fact]
    public async Task Should_Run_Everything_At_Once_After_A_Yes()
    {
        await using var bench = Bench("needs: [network]");
        await bench.UntilAsync(() => bench.Top is ConfirmLayer);

        bench.Press("y");
        await bench.UntilAsync(() => bench.Engine.Plugins.Find("own") is { IsUsable: true });
        await bench.UntilAsync(() => !bench.Workbench.Title.ToString().Contains("restricted", StringComparison.Ordinal));
        bench.Workbench.OnCommand(new CommandCall { Id = "own.hello" });

        await bench.ShowsAsync("hello from its own");
        bench.Workbench.Status.ShouldNotContain(item => item.Id == "workbench.trust");
    }

    [Theory]
    [InlineData("enter")]
    [InlineData("n")]
    [InlineData("esc")]
    public async Task Should_Stay_Restricted_Without_A_Yes_And_Show_Why_In_The_Palette(string key)
    {
        await using var bench = Bench("");
        await bench.UntilAsync(() => bench.Top is ConfirmLayer);

        bench.Press(key);
        bench.Press("ctrl+p");
        bench.Type("Own: Hello");
        bench.Frame();

        bench.Engine.Trust.IsGiven.ShouldBeFalse();
        bench.Pick.Item(0).Off.ShouldStartWith("its plugin own cannot be used: the workspace is not trusted");
    }

    [Fact]
    public async Task Should_Ask_For_A_Plugin_That_Wants_More_And_Name_What_Is_New()
    {
        await using var bench = Bench("needs: [network]");
        await bench.UntilAsync(() => bench.Top is ConfirmLayer);
        bench.Press("y");
        await bench.UntilAsync(() => bench.Engine.Plugins.Find("own") is { IsUsable: true });
        await bench.RestartAsync();
        WriteOwn(bench, "needs: [network, mail]");

        await bench.UntilAsync(() => bench.Top is ConfirmLayer);
        bench.Top!.Title.ShouldBe("Let own run?");
        string.Join('\n', ((ConfirmLayer)bench.Top).Details).ShouldContain("new: send mail through the workspace's mail server");
        bench.Press("y");

        await bench.UntilAsync(() => bench.Engine.Plugins.Find("own") is { IsUsable: true });
    }

    [Fact]
    public async Task Should_Take_Trust_Back()
    {
        await using var bench = Bench("");
        await bench.UntilAsync(() => bench.Top is ConfirmLayer);
        bench.Press("y");
        await bench.UntilAsync(() => bench.Engine.Trust.IsGiven && bench.Top is null);

        bench.Workbench.OnCommand(new CommandCall { Id = "workbench.trust" });
        await bench.UntilAsync(() => bench.Top is ConfirmLayer);
        bench.Press("y");

        await bench.UntilAsync(() => bench.Workbench.Title.ToString().EndsWith("· restricted", StringComparison.Ordinal));
        bench.Engine.Trust.IsGiven.ShouldBeFalse();
    }

    [Fact]
    public async Task Should_Ask_Nothing_Where_The_Environment_Trusts_All()
    {
        await using var bench = new TestBench().Line("own: { path: own }");
        WriteOwn(bench, "needs: [network]");
        bench.Frame();
        bench.Frame();
        bench.Frame();

        bench.Top.ShouldBeNull();
        bench.Engine.Plugins.Find("own")!.IsUsable.ShouldBeTrue();
    }

    private static TestBench Bench(string manifest)
    {
        var bench = new TestBench { Given = GivenTrust.None }.Line("own: { path: own }");
        WriteOwn(bench, manifest);
        return bench;
    }

    private static void WriteOwn(TestBench bench, string manifest) => TestPlugin.Write(Path.GetDirectoryName(bench.File)!, "own", Own, manifest);
}
