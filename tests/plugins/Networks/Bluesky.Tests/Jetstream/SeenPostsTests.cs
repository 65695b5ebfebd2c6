using System.Text;

namespace PluginHost.Bluesky.Tests.Jetstream;

public sealed class SeenPostsTests
{
    [Fact]
    public void Should_Know_A_Post_Again_And_Its_Neighbours_Not()
    {
        var seen = new SeenPosts(100, 7);

        Add(seen, "did:web:a", "key", "cid").ShouldBeTrue();
        Add(seen, "did:web:a", "key", "cid").ShouldBeFalse();
        Add(seen, "did:web:a", "keyc", "id").ShouldBeTrue();
        Add(seen, "did:web:a", "key", "cid2").ShouldBeTrue();
        Add(seen, "did:web:b", "key", "cid").ShouldBeTrue();
    }

    [Fact]
    public void Should_Remember_As_Many_As_It_Was_Told_To_And_Not_Grow()
    {
        var seen = new SeenPosts(1000, 7);
        for (var i = 0; i < 100_000; i++)
        {
            Add(seen, "did:web:a", $"{i}", "cid").ShouldBeTrue();
            if (i >= 999)
                Add(seen, "did:web:a", $"{i - 999}", "cid").ShouldBeFalse();
        }

        seen.Count.ShouldBeLessThanOrEqualTo(2000);
    }

    private static bool Add(SeenPosts seen, string did, string key, string version) => seen.Add(new JetstreamEvent
    {
        Did = Encoding.UTF8.GetBytes(did),
        Key = Encoding.UTF8.GetBytes(key),
        Version = Encoding.UTF8.GetBytes(version),
    });
}
