using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Bluesky.Tests.Jetstream;

/// <summary>A search by the stream, its servers played by the test, on a clock in the hand.</summary>
internal sealed class StreamBench
{
    public const string Old = "ws://one.test/subscribe";
    public const string New = "ws://two.test/xrpc/network.bsky.jetstream.subscribeEvents";

    private static readonly Profile Ear = new() { Name = "@ear", Network = "bluesky", Handle = "ear.test", Language = "en" };
    private readonly JetstreamSearch _search;
    private Task? _timer;

    public StreamBench(params string[] servers) =>
        _search = new JetstreamSearch(Http, Clock, new FixedRandom(), Output, servers.Length > 0 ? servers : [Old], (_, dids, _) =>
        {
            Asked.Add(dids);
            return Task.FromResult<IReadOnlyDictionary<string, JetstreamName>>(dids.Where(Names.ContainsKey).ToDictionary(did => did, did => Names[did]));
        });

    public FakeClock Clock { get; } = new();

    public StreamHttp Http { get; } = new();

    public Lines Output { get; } = new();

    public Dictionary<string, JetstreamName> Names { get; } = [];

    public List<IReadOnlyList<string>> Asked { get; } = [];

    /// <summary>The clock in microseconds, as the stream counts.</summary>
    public long Now => JetstreamPlace.At(Clock.GetUtcNow()).Time;

    /// <summary>Reads a page, and lets the clock pass while it waits.</summary>
    public async Task<PublicPostPage> ReadAsync(string? cursor, params string[] words)
    {
        var reading = _search.ReadAsync(Ear, new PublicQuery { AnyOf = words }, cursor, CancellationToken.None);
        while (!reading.IsCompleted)
        {
            // One that is not waited for to its end would take the next timer's place.
            _timer ??= Clock.WaitForTimerAsync(CancellationToken.None);
            if (await Task.WhenAny(reading, _timer) == reading)
                break;

            _timer = null;
            Clock.Advance(TimeSpan.FromMilliseconds(500));
        }

        return await reading;
    }

    /// <summary>A post as the first form tells it.</summary>
    public static string Post(long time, string text, string key = "3kaaaaaaaaa2a", string did = "did:plc:aaaaaaaaaaaaaaaaaaaaaaaa", string more = "") =>
        $$$"""{"did":"{{{did}}}","time_us":{{{time}}},"kind":"commit","commit":{"rev":"3krev","operation":"create","collection":"app.bsky.feed.post","rkey":"{{{key}}}","record":{"$type":"app.bsky.feed.post","createdAt":"2026-03-02T08:59:00.000Z","langs":["en"],"text":"{{{text}}}"{{{more}}}},"cid":"bafyrei{{{key}}}"}}""";

    /// <summary>A post as the second form tells it.</summary>
    public static string Numbered(long number, DateTimeOffset time, string text, string key = "3kaaaaaaaaa2a") =>
        $$$"""{"$type":"message","payload":{"$type":"network.bsky.jetstream.subscribeEvents#commit","seq":{{{number}}},"did":"did:plc:aaaaaaaaaaaaaaaaaaaaaaaa","time":"2020-01-01T00:00:00.000000Z","witnessedAt":"{{{time:yyyy-MM-ddTHH:mm:ss.ffffffZ}}}","rev":"3krev","operation":"create","collection":"app.bsky.feed.post","rkey":"{{{key}}}","record":{"text":"{{{text}}}","createdAt":"2026-03-02T08:59:00.000Z"},"cid":"bafyrei{{{key}}}"}}""";

    internal sealed class Lines : IOutput
    {
        public List<string> Told { get; } = [];

        public void Write(Severity severity, string text) => Told.Add($"{severity} {text}");
    }

    private sealed class FixedRandom : IRandom
    {
        public int Next(int minimum, int limit) => minimum;

        public double NextDouble() => 0.5;

        public void Fill(Span<byte> bytes) => bytes.Fill(7);

        public Guid NewId() => Guid.Empty;

        public IRandom Seeded(string seed) => this;
    }
}
