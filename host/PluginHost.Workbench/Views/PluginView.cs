using PluginHost.Engine.Plugins.Contributions;
using PluginHost.Engine.Views;
using PluginHost.Sdk;

namespace PluginHost.Workbench.Views;

/// <summary>A view of a plugin.</summary>
internal sealed class PluginView(KnownView known, ViewService views) : ViewSource(known.View.Id, known.View.Title, known.View.Area)
{
    /// <summary>What its plugin declares of it.</summary>
    public ViewContribution Contribution => known.View;

    public override string Owner => known.Plugin.Id;

    public override string Welcome => known.View.Welcome;

    public override string? When => known.View.When;

    public override Task<View> SnapshotAsync(CancellationToken cancel) => views.OpenAsync(Id, cancel);

    /// <summary>The plugin says that the data has changed.</summary>
    public void Announce() => Refresh();
}
