namespace PluginHost.Torture.Counting;

/// <summary>What the network's own log says, as far as it is counted. Each is a profile and a text.</summary>
internal sealed record NetworkFindings
{
    /// <summary>What stands there, each as often as it stands there.</summary>
    public required IReadOnlyList<(string Profile, string Text)> Published { get; init; }

    /// <summary>What it will never take.</summary>
    public required IReadOnlyList<(string Profile, string Text)> RefusedForGood { get; init; }

    /// <summary>The requests whose answer never came, or said nothing of what had become of them.</summary>
    public required IReadOnlyList<(string Profile, string Text)> LostAnswers { get; init; }
}
