namespace PluginHost.Terminal;

/// <summary>A part of a <see cref="StatusBar"/>.</summary>
public sealed class StatusItem
{
    /// <summary>Makes one at the left.</summary>
    /// <param name="line">What it says. A part with a target can be opened.</param>
    public StatusItem(RichLine line) => Line = line;

    /// <summary>What it says. A part with a target can be opened.</summary>
    public RichLine Line { get; set; }

    /// <summary>Whether it stands at the right.</summary>
    public bool IsRight { get; init; }

    /// <summary>Where there is no room for all, those with the lowest go first, and of equals the later one.</summary>
    public int Priority { get; init; }

    /// <summary>What opening it runs, whatever part of it is clicked.</summary>
    /// <value><see langword="null"/>: what the first part with a target says.</value>
    public string? Target { get; set; }

    internal string? FirstTarget
    {
        get
        {
            if (Target is not null)
                return Target;

            foreach (ref readonly var part in Line.Parts)
            {
                if (part.Target is not null)
                    return part.Target;
            }

            return null;
        }
    }
}
