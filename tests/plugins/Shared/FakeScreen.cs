using PluginHost.Sdk;

namespace PluginHost.Plugins.Testing;

/// <summary>Views, status bar and log: it keeps what it was told.</summary>
internal sealed class FakeScreen : IViews, IStatus, IOutput
{
    private readonly Lock _gate = new();

    public List<string> Refreshed { get; } = [];

    public List<string> Opened { get; } = [];

    public Dictionary<string, string> Items { get; } = [];

    public List<string> Lines { get; } = [];

    public void Refresh(string id)
    {
        lock (_gate)
            Refreshed.Add(id);
    }

    public void Open(string id)
    {
        lock (_gate)
            Opened.Add(id);
    }

    public void Set(string id, string text)
    {
        lock (_gate)
            Items[id] = text;
    }

    public void Write(Severity severity, string text)
    {
        lock (_gate)
            Lines.Add($"{severity}: {text}");
    }
}
