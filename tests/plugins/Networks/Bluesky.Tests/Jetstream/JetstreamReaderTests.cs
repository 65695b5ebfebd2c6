using System.Text;

namespace PluginHost.Bluesky.Tests.Jetstream;

public sealed class JetstreamReaderTests
{
    [Fact]
    public void Should_Find_A_Post_Of_Either_Form()
    {
        var old = Read(StreamBench.Post(17, "hello"));
        var numbered = Read(StreamBench.Numbered(9, new DateTimeOffset(1970, 1, 1, 0, 0, 0, 1, TimeSpan.Zero), "hello"));

        old.ShouldBe(new Seen(JetstreamEventKind.Post, 17, 0, "did:plc:aaaaaaaaaaaaaaaaaaaaaaaa", "3kaaaaaaaaa2a", "bafyrei3kaaaaaaaaa2a", "hello"));
        numbered.ShouldBe(new Seen(JetstreamEventKind.Post, 1000, 9, "did:plc:aaaaaaaaaaaaaaaaaaaaaaaa", "3kaaaaaaaaa2a", "bafyrei3kaaaaaaaaa2a", "hello"));
    }

    [Theory]
    [InlineData("""{"did":"did:web:a","time_us":5,"kind":"commit","commit":{"rev":"r","operation":"delete","collection":"app.bsky.feed.post","rkey":"k"}}""")]
    [InlineData("""{"did":"did:web:a","time_us":5,"kind":"commit","commit":{"rev":"r","operation":"update","collection":"app.bsky.feed.post","rkey":"k","record":{"text":"x"}}}""")]
    [InlineData("""{"did":"did:web:a","time_us":5,"kind":"commit","commit":{"rev":"r","operation":"create","collection":"app.bsky.feed.like","rkey":"k","record":{"text":"x"}}}""")]
    [InlineData("""{"did":"did:web:a","time_us":5,"kind":"account","account":{"active":false,"did":"did:web:a","seq":1,"time":"2026-03-02T09:00:00Z"}}""")]
    [InlineData("""{"did":"did:web:a","time_us":5,"kind":"what comes tomorrow","tomorrow":{"text":[1,{"a":null}]}}""")]
    public void Should_Pass_By_What_Is_No_New_Post(string message) => Read(message).ShouldBe(new Seen(JetstreamEventKind.Other, 5, 0, "did:web:a", Read(message).Key, Read(message).Version, Read(message).Text));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"did":"did:web:a"} more""")]
    [InlineData("""{"did":"did:web:a","time_us":5,"kind":"commit","commit":{"operation":"create","collection":"app.bsky.feed.post","rkey":"k","record":{"text":5}}}""")]
    [InlineData("""{"did":"did:web:a","time_us":5,"kind":"commit","commit":{"operation":"create","collection":"app.bsky.feed.post","rkey":"k","record":"text"}}""")]
    [InlineData("""{"did":"did:web:a","time_us":5,"kind":"commit","commit":{"operation":"create","collection":"app.bsky.feed.post","record":{"text":"x"}}}""")]
    [InlineData("""{"did":"did:web:a/../b","time_us":5,"kind":"commit","commit":{"operation":"create","collection":"app.bsky.feed.post","rkey":"k","record":{"text":"x"}}}""")]
    [InlineData("""{"did":"did:web:a","time_us":"5","kind":"commit","commit":{"operation":"create","collection":"app.bsky.feed.post","rkey":"k","record":{"text":"x"}}}""")]
    public void Should_Call_Broken_What_Lacks_What_A_Post_Must_Have(string message) => Read(message).Kind.ShouldBe(JetstreamEventKind.Broken);

    [Fact]
    public void Should_Read_Any_Bytes_Without_An_Exception()
    {
        var whole = Encoding.UTF8.GetBytes(StreamBench.Numbered(9, DateTimeOffset.UnixEpoch, "a\\ud83d\\\"ø", "k"));
        var random = new SplitMix(20261128);
        for (var round = 0; round < 100_000; round++)
        {
            var bytes = whole[..(int)(random.Next() % (ulong)(whole.Length + 1))];
            for (var changes = random.Next() % 4; changes > 0 && bytes.Length > 0; changes--)
                bytes[random.Next() % (ulong)bytes.Length] = (byte)random.Next();

            var found = JetstreamReader.Read(bytes);
            if (found.Kind == JetstreamEventKind.Post)
                FoundPost.Of(found).Text.EnumerateRunes().Count().ShouldBeGreaterThanOrEqualTo(0);
        }
    }

    [Theory]
    [InlineData("a\\ud83d", "a\uFFFD")]
    [InlineData("\\u00e5\\/\\\\\\u12", "å/\\u12")]
    [InlineData("\\ud83d\\ude00", "😀")]
    public void Should_Read_Escapes_And_Halves_Of_Characters(string json, string text) => Unescaped.Of(Encoding.UTF8.GetBytes(json), isEscaped: true).ShouldBe(text);

    private static Seen Read(string message)
    {
        var found = JetstreamReader.Read(Encoding.UTF8.GetBytes(message));
        return new Seen(found.Kind, found.Time, found.Number, Text(found.Did), Text(found.Key), Text(found.Version), Text(found.Text));
    }

    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);

    private sealed record Seen(JetstreamEventKind Kind, long Time, long Number, string Did, string Key, string Version, string Text);

    private sealed class SplitMix(ulong state)
    {
        private ulong _state = state;

        public ulong Next()
        {
            var z = _state += 0x9E3779B97F4A7C15UL;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
