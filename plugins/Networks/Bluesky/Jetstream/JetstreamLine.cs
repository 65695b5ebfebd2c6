using System.Globalization;
using PluginHost.Sdk;

namespace PluginHost.Bluesky;

/// <summary>An open stream of one server, read message by message. It knows what is missing where it begins.</summary>
/// <param name="socket">The stream.</param>
/// <param name="server">Whose it is.</param>
/// <param name="asked">Where it was asked to begin; null: somebody begins to listen, and misses nothing.</param>
/// <param name="clock">The clock.</param>
internal sealed class JetstreamLine(IHttpSocket socket, JetstreamServer server, JetstreamPlace? asked, TimeProvider clock) : IAsyncDisposable
{
    // On the whole network somebody says something every second. A small server may be silent for so long, and not for as long as it keeps anything.
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private Task<ReadOnlyMemory<byte>?>? _next;
    private bool _hasBegun;

    /// <summary>Whether it is open no more.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Waits for the next message.</summary>
    /// <returns>Whether there is one by then, or an end.</returns>
    public async Task<bool> HasNextAsync(TimeSpan wait, CancellationToken cancel)
    {
        // Who gives up reading gives up the socket: what is not there yet is left to the next page.
        _next ??= socket.ReceiveAsync(CancellationToken.None);
        if (_next.IsCompleted)
            return true;

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await Task.WhenAny(_next, Task.Delay(wait, clock, enough.Token));
        await enough.CancelAsync();
        cancel.ThrowIfCancellationRequested();
        return _next.IsCompleted;
    }

    /// <summary>Takes the message that is there.</summary>
    /// <returns>The message; null where the stream is over.</returns>
    public async Task<ReadOnlyMemory<byte>?> TakeAsync()
    {
        try
        {
            var message = await _next!;
            _next = null;
            IsOver = message is null;
            return message;
        }
        catch (HttpRequestException)
        {
            // From where it broke it is read again.
            IsOver = true;
            return null;
        }
    }

    /// <summary>Takes an event into a page.</summary>
    public void Take(ReadOnlySpan<byte> message, Wanted wanted, SeenPosts seen, JetstreamPage page)
    {
        var found = JetstreamReader.Read(message);
        page.Events++;
        if (found.Time > 0)
        {
            if (!_hasBegun && GapBefore(found.Time) is { Length: > 0 } gap)
                page.Gap = gap;

            _hasBegun = true;
            page.Place = new JetstreamPlace(found.Time, found.Number, found.Number > 0 ? server.Name : "");
        }

        switch (found.Kind)
        {
            case JetstreamEventKind.Post when wanted.MayBeIn(found) && seen.Add(found):
                page.Posts.Add(FoundPost.Of(found));
                break;
            case JetstreamEventKind.Identity:
                page.Handles[System.Text.Encoding.UTF8.GetString(found.Did)] = System.Text.Encoding.UTF8.GetString(found.Handle);
                break;
            case JetstreamEventKind.Notice when asked is { } from && found.Word.SequenceEqual("OutdatedCursor"u8):
                page.Gap = $"{server.Name} does not go back to {Told(from)}: what was said from then on until it begins cannot be had any more";
                break;
            case JetstreamEventKind.End:
                IsOver = true;
                break;
            case JetstreamEventKind.Broken:
                page.Broken++;
                break;
        }
    }

    public ValueTask DisposeAsync() => socket.DisposeAsync();

    // An older place is moved up without a word; where events have numbers, it is said.
    private string GapBefore(long first)
    {
        var begun = new JetstreamPlace(first, 0, "");
        return !server.HasNumbers && asked is { } from && begun.Instant - from.Instant > Silence && clock.GetUtcNow() - from.Instant > Kept
            ? $"{server.Name} told nothing between {Told(from)} and {Told(begun)}: what was said then is missing, where it keeps no more"
            : "";
    }

    private static string Told(JetstreamPlace place) => place.Instant.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
