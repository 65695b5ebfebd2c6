using System.Net;
using PluginHost.Sdk;

namespace PluginHost.Bluesky;

/// <summary>
/// What everybody says, for one profile: a stream that stays open from page to page. Where it broke, it is read again from some seconds before; where a server does not answer, the next one is asked. What
/// was told is not told again.
/// </summary>
internal sealed class JetstreamFeed(IHttp http, TimeProvider clock, IRandom random, IReadOnlyList<JetstreamServer> servers)
{
    // Where nobody has listened before: what was said in the meantime is not worth an hour of reading.
    private static readonly TimeSpan Back = TimeSpan.FromMinutes(10);

    // Servers see events at slightly different times.
    private static readonly TimeSpan Rewind = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private const int MostPosts = 200;
    private const int MostEvents = 20_000;
    private const int Remembered = 50_000;

    private readonly SemaphoreSlim _reading = new(1, 1);
    private JetstreamLine? _line;
    private SeenPosts _seen = new(Remembered, SeedOf(random));
    private string? _cursor;
    private bool _isTaken = true;
    private int _server;

    /// <summary>Reads on after a cursor: as much as comes in a short time.</summary>
    /// <exception cref="PluginHostException">No server can be reached.</exception>
    public async Task<JetstreamPage> ReadAsync(Wanted wanted, string? cursor, CancellationToken cancel)
    {
        await _reading.WaitAsync(cancel);
        try
        {
            var place = cursor is null ? null : JetstreamPlace.Parse(cursor);
            var page = new JetstreamPage { Place = place ?? JetstreamPlace.At(clock.GetUtcNow() - Back) };
            if (cursor is not null && place is null)
                page.Gap = "another way of listening has left a place that says nothing here: what was said since may be missing";

            // Whoever asks from elsewhere has not kept what was told last: then it is told again.
            var goesOn = _isTaken && cursor == _cursor;
            if (!goesOn)
                _seen = new SeenPosts(Remembered, SeedOf(random));

            if (!goesOn || _line is null || _line.IsOver)
                await OpenAsync(page.Place, place is not null, cancel);

            _isTaken = false;
            await FillAsync(_line!, wanted, page, cancel);
            page.Cursor = page.Events == 0 && (cursor is null || place is not null) ? cursor : $"{page.Place}";
            (_cursor, _isTaken) = (page.Cursor, true);
            return page;
        }
        finally
        {
            _reading.Release();
        }
    }

    private async Task FillAsync(JetstreamLine line, Wanted wanted, JetstreamPage page, CancellationToken cancel)
    {
        var begun = clock.GetTimestamp();
        while (page.Posts.Count < MostPosts && page.Events < MostEvents && !line.IsOver)
        {
            var left = Longest - clock.GetElapsedTime(begun);
            if (left <= TimeSpan.Zero || !await line.HasNextAsync(left < Quiet ? left : Quiet, cancel))
                return;

            if (await line.TakeAsync() is { } message)
                line.Take(message.Span, wanted, _seen, page);
        }
    }

    private async Task OpenAsync(JetstreamPlace place, bool isGiven, CancellationToken cancel)
    {
        if (_line is not null)
            await _line.DisposeAsync();

        _line = null;
        var troubles = new List<string>();
        for (var tried = 0; tried < servers.Count; tried++)
        {
            var server = servers[_server];
            try
            {
                _line = await OpenAsync(server, place, isGiven, cancel);
                return;
            }
            catch (HttpRequestException error)
            {
                troubles.Add(error.Message);
                _server = (_server + 1) % servers.Count;
            }
        }

        throw new PluginHostException($"Nobody tells what is said on Bluesky. {string.Join(" ", troubles)} It is tried again; the setting jetstream of the plugin bluesky names the servers.");
    }

    private async Task<JetstreamLine> OpenAsync(JetstreamServer server, JetstreamPlace place, bool isGiven, CancellationToken cancel)
    {
        // Its own number is exact. A place at another server is a time.
        if (server.HasNumbers && place.Number > 0 && place.Server == server.Name)
        {
            try
            {
                return new JetstreamLine(await http.ConnectAsync(server.After(place.Number), cancel), server, place, clock);
            }
            catch (HttpRequestException error) when (error.StatusCode == HttpStatusCode.BadRequest)
            {
                // CursorTooOld, or a server that was set up anew: by the time it says what is missing.
            }
        }

        var rewound = place with { Time = Math.Max(1, place.Time - (Rewind.Ticks / TimeSpan.TicksPerMicrosecond)) };
        return new JetstreamLine(await http.ConnectAsync(server.After(rewound.Time), cancel), server, isGiven ? rewound : null, clock);
    }

    private static ulong SeedOf(IRandom random)
    {
        Span<byte> seed = stackalloc byte[8];
        random.Fill(seed);
        return BitConverter.ToUInt64(seed);
    }
}
