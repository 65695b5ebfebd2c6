using PluginHost.Sdk;

namespace PluginHost.Plugins.Testing;

/// <summary>What all processes share of a stream.</summary>
internal sealed class FakeStreamLog
{
    public List<StreamEvent> Events { get; } = [];

    public Dictionary<string, long> Takers { get; } = [];

    public string? Cursor { get; set; }

    /// <summary>What is known is left out; everything else is kept in its order.</summary>
    public void Keep(StreamPage page, Func<StreamItem, bool> filter)
    {
        if (page.Gap.Length > 0)
            Events.Add(new StreamEvent { Position = Events.Count + 1, Id = "", At = default, Data = Sdk.Record.Empty, Gap = page.Gap });

        foreach (var item in page.Items.Where(filter).Where(item => !Events.Exists(known => known.Id == item.Id)))
            Events.Add(new StreamEvent { Position = Events.Count + 1, Id = item.Id, At = item.At, Data = item.Data });

        Cursor = page.Cursor;
    }
}
