namespace PluginHost.Engine.Rehearsing;

/// <summary>What is to be rehearsed.</summary>
public sealed record RehearsalRequest
{
    /// <summary>The longest rehearsal, in days.</summary>
    public const int MostDays = 366;

    /// <summary>The script's full path.</summary>
    public required string Script { get; init; }

    /// <summary>What the script finds in <c>Args</c>.</summary>
    public IReadOnlyList<string> Args { get; init; } = [];

    /// <summary>The beginning of the first day, or the instant at which the rehearsal begins.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>The end of the last day.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>When the script is run, in order.</summary>
    public required IReadOnlyList<DateTimeOffset> Starts { get; init; }

    /// <summary>What chance follows from.</summary>
    public required string Seed { get; init; }

    /// <summary>Called with the folder of what the rehearsal has written, its store among it, before that is thrown away. Null: nobody looks.</summary>
    public Action<string>? Looking { get; init; }

    /// <summary>What the script's questions are answered with: by a part of the question, whatever its capitals.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Answers { get; init; } = [];
}
