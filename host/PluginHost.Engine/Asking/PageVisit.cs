using PluginHost.Sdk;

namespace PluginHost.Engine.Asking;

/// <summary>A person's way to a page in their browser and back. How it is shown, and how they leave it, is for whoever asks.</summary>
public sealed class PageVisit
{
    /// <summary>How long somebody may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly TimeProvider _clock;
    private readonly Action<Uri> _open;

    /// <summary>Makes one.</summary>
    /// <param name="clock">The clock that patience goes by.</param>
    /// <param name="open">Tries to open the browser.</param>
    public PageVisit(TimeProvider clock, Action<Uri> open) => (_clock, _open) = (clock, open);

    /// <summary>Goes there and waits.</summary>
    /// <param name="pageFor">Makes the page's address of the one that it has to lead back to.</param>
    /// <param name="show">Shows the page's address until its token is cancelled; a task that ends before says that the person leaves.</param>
    /// <param name="cancel">Takes the question back.</param>
    /// <returns>The address that it led back to; null where the person left.</returns>
    /// <exception cref="PluginHostException">Nobody came back in time.</exception>
    public async Task<Uri?> MakeAsync(Func<Uri, Task<Uri>> pageFor, Func<Uri, CancellationToken, Task> show, CancellationToken cancel)
    {
        using var back = ReturnPage.Open(_clock);
        var page = await pageFor(back.Address);
        if (page.Scheme is not ("https" or "http"))
            throw new PluginHostException($"{page.Scheme}: is no page that a browser is sent to. Only https: and http: are opened.");

        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var coming = back.WaitAsync(end.Token);
        var shown = show(page, end.Token);
        var late = Task.Delay(Patience, _clock, end.Token);
        _open(page);
        var first = await Task.WhenAny(coming, shown, late);
        await end.CancelAsync();
        await Task.WhenAny(Task.WhenAll(coming, shown));
        cancel.ThrowIfCancellationRequested();
        if (coming.IsCompletedSuccessfully)
            return await coming;

        if (first == late)
            throw new PluginHostException($"Nobody came back from {page.Host} within {Patience.TotalMinutes:0} minutes. Nothing was changed. Begin again, and open the address that is shown.");

        // What went wrong in showing it is told; who left it, leaves.
        if (shown.IsFaulted)
            await shown;

        return null;
    }
}
