using PluginHost.Engine.Plugins.Running;
using PluginHost.Sdk;

namespace PluginHost.Engine.Views;

/// <summary>Views as one plugin sees them.</summary>
internal sealed class GuestViews(Guest guest, ViewService views) : IViews
{
    public void Refresh(string id) => views.Refresh(guest, id);

    public void Open(string id) => views.Open(guest, id);
}
