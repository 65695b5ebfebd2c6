namespace PluginHost.Sdk;

/// <summary>
/// Names a side effect of a campaign for ever, but for its target: the same key means the same effect, however often the script is run again. What
/// it is done to (a profile, what is being answered) is the fourth part, which the plugin adds that does it.
/// </summary>
public sealed record EffectKey
{
    /// <summary>The campaign: the script's path within the workspace, or the name that <c>plugins.yaml</c> gives it.</summary>
    public required string Campaign { get; init; }

    /// <summary>Which run of it.</summary>
    public required string Occurrence { get; init; }

    /// <summary>Which step: a name, or the place in the script and a count.</summary>
    public required string Step { get; init; }

    /// <summary>The key in one line, for messages.</summary>
    /// <returns><c>daily-flavours 12 publish:5#1</c>.</returns>
    public override string ToString() => $"{Campaign} {Occurrence} {Step}";
}
