using PluginHost.Engine.Campaigns;

namespace PluginHost.Engine.Workspaces;

/// <summary>A campaign as it is written, in <c>plugins.yaml</c> or at the top of its script. When it is due is a text here: the start of the program reads no schedules.</summary>
public sealed record CampaignEntry
{
    public required string Name { get; init; }

    /// <summary>The file in which it is written, as it is shown.</summary>
    public required string File { get; init; }

    /// <summary>The line on which it stands, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The script's full path.</summary>
    public required string Script { get; init; }

    /// <summary>The line on which its script stands, from 1.</summary>
    public int ScriptLine { get; init; }

    /// <summary>What the script finds in <c>Args</c>.</summary>
    public IReadOnlyList<string> Args { get; init; } = [];

    /// <summary>When it is due, as it is written.</summary>
    public string? At { get; init; }

    /// <summary>The line on which that stands, from 1.</summary>
    public int AtLine { get; init; }

    /// <summary>The stream whose events start it, each once.</summary>
    public string? On { get; init; }

    /// <summary>The line on which that stands, from 1.</summary>
    public int OnLine { get; init; }

    /// <summary>What becomes of an occurrence that is due while another is still going. By time, it is skipped; events wait.</summary>
    public Overlap? Overlap { get; init; }

    /// <summary>What becomes of occurrences that were due while nothing ran.</summary>
    public Missed Missed { get; init; } = Missed.Latest;

    /// <summary>How late an occurrence may begin that was missed.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromHours(2);

    /// <summary>How many posts an occurrence may publish, answers among them.</summary>
    /// <value>Null: as many as it likes.</value>
    public int? Budget { get; init; }

    /// <summary>How long an occurrence may take.</summary>
    /// <value>Null: as long as it likes.</value>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Whether it rests: it is only run by persons.</summary>
    public bool Off { get; init; }

    /// <summary>Where it is written, as messages say it: <c>plugins.yaml(12)</c>.</summary>
    public string Place => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{File}({Line})");
}
