namespace PluginHost.Giveaways.Steps;

/// <summary>What became of something that was to be said.</summary>
internal sealed record Said
{
    /// <summary>What is out; empty while all is on its way, or where nothing may go out.</summary>
    public IReadOnlyList<Saying> Out { get; init; } = [];

    /// <summary>Why not, or what is out on some profiles only.</summary>
    public string Problem { get; init; } = "";

    /// <summary>Whether something of it may still come out.</summary>
    public bool IsWaiting { get; init; }

    /// <summary>Whether it will never be out: refused, and known to be.</summary>
    public bool IsRefused { get; init; }
}
