namespace PluginHost.Campaigns;

/// <summary>A text that a profile has said, or is going to say.</summary>
public sealed record EarlierText
{
    /// <summary>The profile's name, with its at sign.</summary>
    public required string Profile { get; init; }

    /// <summary>What it says.</summary>
    public required string Text { get; init; }

    /// <summary>The language that it is in (BCP 47).</summary>
    /// <value>Empty: none is stated.</value>
    public string Language { get; init; } = "";

    /// <summary>When it went out, or is to go out.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The id of its post in this workspace.</summary>
    public required string Post { get; init; }

    /// <summary>How similar it is to what was looked for, from 0 to 1.</summary>
    /// <value>0: nothing was looked for.</value>
    public double Similarity { get; init; }
}
