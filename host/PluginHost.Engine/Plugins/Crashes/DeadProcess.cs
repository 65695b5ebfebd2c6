namespace PluginHost.Engine.Plugins.Crashes;

/// <summary>What a process left behind that did not end in order.</summary>
internal sealed record DeadProcess
{
    public required int Number { get; init; }

    /// <summary>When a file of its was written last: about when it ended.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The slots of its engines; empty where no guest ran.</summary>
    public IReadOnlyList<DeadSlot> Slots { get; init; } = [];

    /// <summary>What the runtime wrote last; empty where it wrote nothing.</summary>
    public string Words { get; init; } = "";
}
