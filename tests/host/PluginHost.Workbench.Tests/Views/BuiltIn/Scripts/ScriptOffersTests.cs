using PluginHost.Workbench.Tests.Fixtures;
using PluginHost.Workbench.Views.BuiltIn.Scripts;

namespace PluginHost.Workbench.Tests.Views.BuiltIn.Scripts;

public sealed class ScriptOffersTests
{
    [Fact]
    public async Task Should_Say_What_A_Global_Does_And_Nothing_Of_A_Member_Of_The_Same_Name()
    {
        await using var bench = new TestBench { HasBuiltIn = true };

        var global = ScriptOffers.Of(bench.Engine, "await Wai", ["Wait", "WaitHandle"]);
        var member = ScriptOffers.Of(bench.Engine, "post. Wai", ["Wait"]);

        global[0].Detail.ShouldBe("Task Wait(TimeSpan time)");
        global[0].Description.ShouldStartWith("Waits for a time");
        global[1].Description.ShouldBe("");
        member[0].Description.ShouldBe("");
    }
}
