using PluginHost.Sdk;
using PluginHost.Workbench.Views;

namespace PluginHost.Workbench.Tests.Fixtures;

/// <summary>A view of the workbench that yields what the test says.</summary>
internal sealed class FakeSource(string id, Area area) : ViewSource(id, id, area)
{
    private int _asked;

    public Func<CancellationToken, Task<View>> Snapshot { get; set; } = _ => Task.FromResult<View>(new TextView { Text = "text" });

    public int Asked => _asked;

    public string? WhenClause { get; init; }

    public string? BesideId { get; init; }

    public string EditedText { get; private set; } = "";

    public override string? When => WhenClause;

    public override string? Beside => BesideId;

    public override void Edited(string text) => EditedText = text;

    public override Task<View> SnapshotAsync(CancellationToken cancel)
    {
        Interlocked.Increment(ref _asked);
        return Snapshot(cancel);
    }

    public void Change() => Refresh();

    public void Yield(View view) => Snapshot = _ => Task.FromResult(view);
}
