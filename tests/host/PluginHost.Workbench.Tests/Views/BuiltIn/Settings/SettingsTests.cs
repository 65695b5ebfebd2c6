using PluginHost.Sdk;
using PluginHost.Workbench.Rendering;
using PluginHost.Workbench.Tests.Fixtures;

namespace PluginHost.Workbench.Tests.Views.BuiltIn.Settings;

public sealed class SettingsTests
{
    [Fact]
    public async Task Should_Write_What_Was_Changed_Into_The_File_And_Keep_The_Rest()
    {
        // Given
        await using var bench = new TestBench { HasBuiltIn = true, Extra = "# a comment" }.With(PublishingPlugin.Id, PublishingPlugin.Source);
        bench.Workbench.OpenView("workbench.plugins");
        await bench.ShowsAsync("guest");
        bench.Press("enter");
        await bench.ShowsAsync("seed (1): A number.");
        var form = bench.Workbench.Focused!.Model.ShouldBeOfType<FormModel>();

        // When
        bench.Type("42");
        form.Submit();

        // Then
        await bench.ShowsAsync("Settings of guest written: seed [Undo]");
        System.IO.File.ReadAllText(bench.File).ShouldBe("plugins:\n  guest: { settings: { seed: 42 } }\n# a comment\n");
        bench.Press("ctrl+k", "u");
        await bench.ShowsAsync("Undone: Settings of guest written: seed");
        System.IO.File.ReadAllText(bench.File).ShouldBe("plugins:\n  guest:\n# a comment\n");
    }

    [Fact]
    public async Task Should_Not_Take_Back_What_Somebody_Has_Changed_Since()
    {
        // Given
        await using var bench = new TestBench { HasBuiltIn = true }.With(PublishingPlugin.Id, PublishingPlugin.Source);
        bench.Workbench.OnCommand(new CommandCall { Id = "workbench.plugins.switch", Arguments = Sdk.Record.Of(("plugin", "guest")) });
        await bench.ShowsAsync("guest is switched off [Undo]");
        bench.WriteFile("plugins: {}\n");

        // When
        bench.Press("ctrl+z");

        // Then
        await bench.ShowsAsync("guest is switched off cannot be undone: plugins.yaml was changed since.");
        System.IO.File.ReadAllText(bench.File).ShouldBe("plugins: {}\n");
    }

    [Fact]
    public async Task Should_Not_Write_What_Is_No_Number()
    {
        // Given
        await using var bench = new TestBench { HasBuiltIn = true }.With(PublishingPlugin.Id, PublishingPlugin.Source);
        bench.Workbench.OpenView("workbench.plugins");
        await bench.ShowsAsync("guest");
        bench.Press("enter");
        await bench.ShowsAsync("seed (1)");
        var before = System.IO.File.ReadAllText(bench.File);

        // When
        bench.Type("many");
        bench.Workbench.Focused!.Model.ShouldBeOfType<FormModel>().Submit();
        bench.Frame();

        // Then
        System.IO.File.ReadAllText(bench.File).ShouldBe(before);
    }
}
