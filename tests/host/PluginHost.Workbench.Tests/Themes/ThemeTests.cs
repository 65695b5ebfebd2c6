using PluginHost.Workbench.Rendering;
using PluginHost.Workbench.Tests.Fixtures;
using PluginHost.Workbench.Themes;

namespace PluginHost.Workbench.Tests.Themes;

public sealed class ThemeTests
{
    [Fact]
    public async Task Should_Show_A_Theme_As_It_Is_Selected_And_Bring_The_Old_One_Back_With_Esc()
    {
        await using var bench = new TestBench();
        bench.Press("ctrl+k", "t", "down");
        bench.Workbench.Theme.Id.ShouldBe("light");

        bench.Press("esc");

        bench.Workbench.Theme.Id.ShouldBe("dark");
    }

    [Fact]
    public async Task Should_Remember_The_Theme_That_Was_Picked()
    {
        await using var bench = new TestBench();
        bench.Press("ctrl+k", "t");
        bench.Type("contrast");
        bench.Press("enter");

        await bench.RestartAsync();

        bench.Workbench.Theme.Id.ShouldBe("contrast");
    }

    [Fact]
    public async Task Should_Do_Without_Colours_Where_There_Are_None()
    {
        await using var bench = new TestBench { Renderer = new HeadlessRenderer { Capabilities = new Capabilities { Colours = ColourDepth.None } } };

        bench.Workbench.Theme.Id.ShouldBe("none");
        Enum.GetValues<Role>().ShouldAllBe(role => bench.Workbench.Theme[role].Fore == null && bench.Workbench.Theme[role].Back == null);
    }

    [Theory]
    [InlineData("dark", 4.5)]
    [InlineData("light", 4.5)]
    [InlineData("contrast", 7)]
    public void Should_Be_Readable(string id, double least)
    {
        var theme = ThemeTable.Find(id)!;
        foreach (var role in new[] { Role.Text, Role.Good, Role.Warning, Role.Bad, Role.Doubt, Role.Accent })
            Contrast(theme[role].Fore!.Value, theme[Role.Background].Back!.Value).ShouldBeGreaterThanOrEqualTo(least, $"{id} {role}");

        foreach (var ground in new[] { Role.Selected, Role.Layer, Role.Button })
            Contrast(theme[ground].Fore!.Value, theme[ground].Back!.Value).ShouldBeGreaterThanOrEqualTo(4.5, $"{id} {ground}");
    }

    // As the Web Content Accessibility Guidelines 2.1 reckon it.
    private static double Contrast(Colour one, Colour two)
    {
        var (light, dark) = (Math.Max(Luminance(one), Luminance(two)), Math.Min(Luminance(one), Luminance(two)));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double Luminance(Colour colour) => (0.2126 * Part(colour.Red)) + (0.7152 * Part(colour.Green)) + (0.0722 * Part(colour.Blue));

    private static double Part(byte value) => value / 255.0 is var part && part <= 0.03928 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
}
