using PluginHost.Campaigns;
using PluginHost.Posting.Media;

namespace PluginHost.Posting.Tests.Media;

public sealed class MediaFitTests
{
    private static readonly MediaRules X = KnownNetworks.RulesOf("x").Media!;
    private static readonly MediaRules Bluesky = KnownNetworks.RulesOf("bluesky").Media!;
    private static readonly MediumFile Png = Make(Pictures.Png);
    private static readonly MediumFile Gif = Make(Pictures.MovingGif);

    [Fact]
    public void Should_Take_A_Small_Picture_Everywhere()
    {
        MediaFit.WhyNot("a.png", Png, X).ShouldBeNull();
        MediaFit.WhyNot("a.png", Png, Bluesky).ShouldBeNull();
        MediaFit.WhyNot("a.png", Png, KnownNetworks.RulesOf("mastodon").Media!).ShouldBeNull();
    }

    [Fact]
    public void Should_Measure_By_The_Network()
    {
        var picture = Make(Pictures.LargePng(2_000_001));

        MediaFit.WhyNot("a.png", picture, X).ShouldBeNull();
        MediaFit.WhyNot("a.png", picture, Bluesky).ShouldBe("a.png has 2 MB, and the network takes 2 MB at most. Make it smaller.");
    }

    [Fact]
    public void Should_Say_What_A_Network_Takes_Instead() => MediaFit.WhyNot("a.tif", Png with { ContentType = "image/tiff" }, Bluesky)
        .ShouldBe("a.tif is image/tiff, which the network does not take. It takes image/jpeg, image/png, image/webp, image/gif, video/mp4.");

    [Fact]
    public void Should_Measure_What_Moves()
    {
        MediaFit.WhyNot("a.gif", Gif with { Width = 1281 }, X).ShouldBe("a.gif has 1,281 × 1 pixels, and the network takes 1,280 × 1,080 at most. Make it smaller.");
        MediaFit.WhyNot("a.gif", Gif with { Frames = 351 }, X).ShouldBe("a.gif is made of 351 pictures, and the network takes 350 at most. Make it shorter.");
        MediaFit.WhyNot("a.gif", Gif, X).ShouldBeNull();
    }

    [Fact]
    public void Should_Say_What_Does_Not_Go_Together()
    {
        MediaFit.WhyNot([Png, Png, Png, Png], X).ShouldBeNull();
        MediaFit.WhyNot([Png, Png, Png, Png, Png], X).ShouldBe("5 pictures and films go with one post, and the network takes 4. Leave 1 out.");
        MediaFit.WhyNot([Png, Gif], X).ShouldBe("The network takes image/gif alone. Leave the others out, or let them go with another part.");
        MediaFit.WhyNot([Gif], X).ShouldBeNull();
        MediaFit.WhyNot([Png, Gif], Bluesky).ShouldBeNull();
    }

    private static MediumFile Make(byte[] bytes) => MediumLook.At("a", bytes).ShouldBeOfType<MediumRead>().File;
}
