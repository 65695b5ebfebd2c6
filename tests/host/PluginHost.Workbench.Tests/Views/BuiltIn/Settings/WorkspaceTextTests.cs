using PluginHost.Sdk;
using PluginHost.Workbench.Views.BuiltIn.Settings;

namespace PluginHost.Workbench.Tests.Views.BuiltIn.Settings;

public sealed class WorkspaceTextTests
{
    [Theory]
    [InlineData("plugins:\n  a:    # why\n", "plugins:\n  a: { settings: { seed: 2 } }    # why\n")]
    [InlineData("plugins:\n  a: { settings: { seed: 1, b: x } }   # why\n  c:\n", "plugins:\n  a: { settings: { seed: 2, b: x } }   # why\n  c:\n")]
    [InlineData("plugins:\n  a: { version: 1.0.0 }\n", "plugins:\n  a: { version: 1.0.0, settings: { seed: 2 } }\n")]
    [InlineData("plugins:\n  a: { settings: { b: \"x, } # y\" } }\n", "plugins:\n  a: { settings: { b: \"x, } # y\", seed: 2 } }\n")]
    [InlineData(
        "# top\nplugins:\n  a:\n    # about\n    settings:\n      seed: 1   # the luck\n      b: x\n  c:\n",
        "# top\nplugins:\n  a:\n    # about\n    settings:\n      seed: 2   # the luck\n      b: x\n  c:\n")]
    [InlineData("plugins:\n  a:\n    settings:\n      b: x\n\n  c:\n", "plugins:\n  a:\n    settings:\n      b: x\n      seed: 2\n\n  c:\n")]
    [InlineData("plugins:\n  a:\n    version: 1.0.0\n  c:\n", "plugins:\n  a:\n    version: 1.0.0\n    settings: { seed: 2 }\n  c:\n")]
    [InlineData("plugins:\n  a:\n    settings: { b: x }\n", "plugins:\n  a:\n    settings: { b: x, seed: 2 }\n")]
    public void Should_Change_The_Value_And_Nothing_Beside_It(string before, string after) =>
        WorkspaceText.Set(before, "a", [("seed", 2)]).ShouldBe(after);

    [Theory]
    [InlineData("plugins:\n  a: { settings: {\n    seed: 1 } }\n")]
    [InlineData("plugins:\n  a:\n    settings:\n      seed:\n        - 1\n")]
    [InlineData("plugins: { a: { settings: { seed: 1 } } }\n")]
    [InlineData("plugins:\n  a: &x { settings: { seed: 1 } }\n")]
    [InlineData("plugins:\n  b:\n")]
    public void Should_Leave_To_A_Person_What_Is_Written_Too_Unusually(string before) =>
        Should.Throw<PluginHostException>(() => WorkspaceText.Set(before, "a", [("seed", 2)])).Message.ShouldContain("cannot be changed safely");

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("two words", "\"two words\"")]
    [InlineData("off", "\"off\"")]
    [InlineData("say \"no\": # \\", "\"say \\\"no\\\": # \\\\\"")]
    [InlineData("سلام", "\"سلام\"")]
    public void Should_Write_Any_Text_So_That_It_Is_Read_As_The_Same(string text, string written)
    {
        WorkspaceText.Write(text).ShouldBe(written);
        WorkspaceText.Set("plugins:\n  a:\n", "a", [("b", text)]).ShouldBe($"plugins:\n  a: {{ settings: {{ b: {written} }} }}\n");
    }

    [Fact]
    public void Should_Write_A_List_As_A_List() =>
        WorkspaceText.Set("plugins:\n  a:\n", "a", [("b", new ListValue(["x", "y z"]))]).ShouldBe("plugins:\n  a: { settings: { b: [x, \"y z\"] } }\n");
}
