namespace PluginHost.Terminal.Gallery.Tests;

public sealed class GalleryArgumentsTests
{
    [Fact]
    public void Should_Show_The_First_Page_Where_Nothing_Is_Said()
    {
        var read = GalleryArguments.Read([]);

        (read.Verb, read.Page, read.Problem).ShouldBe((GalleryVerb.Show, "welcome", null));
    }

    [Fact]
    public void Should_Take_A_Page_A_Size_And_A_Theme()
    {
        var read = GalleryArguments.Read(["--snapshot", "tabs", "120x36", "--theme", "ascii"]);

        (read.Verb, read.Page, read.Size, read.Theme, read.Problem).ShouldBe((GalleryVerb.Snapshot, "tabs", (120, 36), "ascii", null));
    }

    [Theory]
    [InlineData("no size. Write columns and rows", "--snapshot", "tabs", "120")]
    [InlineData("no size. Write columns and rows", "--snapshot", "tabs", "0x5")]
    [InlineData("no size. Write columns and rows", "--snapshot", "tabs", "-1x5")]
    [InlineData("no size. Write columns and rows", "--snapshot", "tabs", "99999x99999")]
    [InlineData("There is no page 'none'. Pages: welcome", "--page", "none")]
    [InlineData("There is no theme 'pink'. Themes: dark", "--theme", "pink")]
    [InlineData("'--page' is not understood, or what belongs to it is missing.", "--page")]
    [InlineData("'--what' is not understood", "--what")]
    public void Should_Say_What_Is_Wrong_And_What_Would_Be_Right(string problem, params string[] arguments) =>
        GalleryArguments.Read(arguments).Problem.ShouldNotBeNull().ShouldContain(problem);

    [Fact]
    public void Should_Name_All_Pages_In_The_Help()
    {
        GalleryArguments.Read(["--help"]).Verb.ShouldBe(GalleryVerb.Help);

        foreach (var page in GalleryPages.All)
            GalleryArguments.Usage.ShouldContain(page.Id);
    }
}
