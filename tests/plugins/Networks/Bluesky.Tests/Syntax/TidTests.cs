namespace PluginHost.Bluesky.Tests;

public sealed class TidTests
{
    [Fact]
    public void Should_Write_The_Name_That_The_Network_Writes() => Tid.Of(0, 0).ShouldBe("2222222222222");

    [Fact]
    public void Should_Sort_As_The_Instants_Do()
    {
        string[] names = [Tid.Of(1, 1023), Tid.Of(2, 0), Tid.Of(1_000_000, 0), Tid.Of(1_795_865_855_000_000, 7)];

        names.Order(StringComparer.Ordinal).ShouldBe(names);
        names.ShouldAllBe(name => Tid.Is(name));
    }

    [Fact]
    public void Should_Name_The_Same_Thing_Always_The_Same_And_Others_Otherwise()
    {
        Tid.Naming("app.bsky.feed.like/at://one").ShouldBe(Tid.Naming("app.bsky.feed.like/at://one"));
        Enumerable.Range(0, 1_000).Select(place => Tid.Naming($"thing {place}")).Distinct().Count().ShouldBe(1_000);
        Tid.Is(Tid.Naming("anything")).ShouldBeTrue();
    }
}
