using PluginHost.Engine.Data;
using PluginHost.Engine.Plugins.Running;
using PluginHost.Sdk;

namespace PluginHost.Engine.Streams;

/// <summary>
/// A plugin's source and filter, behind the fence. What comes out is the host's own. A filter that throws is at fault, and its item is wanted: a taker can pass
/// over an event too many, but not find one that was never kept.
/// </summary>
internal sealed class FencedSource(string stream, StreamSource source, Func<StreamItem, bool>? filter, Guest guest, Fence fence, StreamService service)
{
    /// <summary>How long a source may wait for something to come.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);
    private readonly Streak _throwing = new(TimeSpan.Zero);
    private readonly Streak _filterThrowing = new(TimeSpan.Zero);

    private string What => $"the source of {stream}";

    public async Task<HeardPage> HearAsync(string? cursor, CancellationToken cancel)
    {
        try
        {
            return await fence.EnterAsync(guest, What, Limit, token => HearInsideAsync(cursor, token), cancel);
        }
        catch (PluginHostException)
        {
            // It took too long, which the fence has noted, or it takes no more calls.
            return HeardPage.Failed;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // The plugin is leaving, and the reader has not been told yet.
            return HeardPage.Failed;
        }
    }

    private async Task<HeardPage> HearInsideAsync(string? cursor, CancellationToken cancel)
    {
        try
        {
            var page = await source.ReadAsync(cursor, cancel);
            var heard = new HeardPage
            {
                Items = Filter(page.Items),
                Cursor = page.Cursor,
                Gap = page.Gap,
                QuietUntil = page.QuietUntil,
                Pause = source.Pause > ShortestPause ? source.Pause : ShortestPause,
            };
            if (_throwing.End())
                service.Note(Severity.Information, $"The source of {stream} answers again.");

            return heard;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception error)
        {
            if (_throwing.Begin())
                fence.Blame(guest, What, error);

            return HeardPage.Failed;
        }
    }

    private List<HeardItem> Filter(IReadOnlyList<StreamItem> items)
    {
        var wanted = new List<HeardItem>();
        var threw = false;
        foreach (var item in items)
        {
            if (item.Id.Length == 0)
                throw new WrongUseException($"The source of {stream} tells an item without an id. Without one, nobody could tell it from another.");

            if (IsWanted(item, ref threw))
                wanted.Add(new HeardItem { Id = item.Id, At = item.At, Json = ValueJson.Write(item.Data) });
        }

        if (items.Count > 0 && !threw)
            _filterThrowing.End();

        return wanted;
    }

    private bool IsWanted(StreamItem item, ref bool threw)
    {
        try
        {
            return filter is null || filter(item);
        }
        catch (Exception error)
        {
            threw = true;
            if (_filterThrowing.Begin())
                fence.Blame(guest, $"the filter of {stream}", error);

            return true;
        }
    }
}
