namespace PluginHost.Campaigns;

/// <summary>What one person and our profiles say to each other in one thread, as it stands.</summary>
public sealed record Conversation
{
    /// <summary>Names it in this workspace.</summary>
    public required long Id { get; init; }

    /// <summary>The id of the network that it is on.</summary>
    public required string Network { get; init; }

    /// <summary>The handle of the person.</summary>
    public required string Handle { get; init; }

    /// <summary>The name that the person shows.</summary>
    /// <value>Empty: the network does not tell.</value>
    public string Name { get; init; } = "";

    /// <summary>The profile that was spoken to last, which answers.</summary>
    public required string Profile { get; init; }

    /// <summary>How it stands.</summary>
    public required ConversationState State { get; init; }

    /// <summary>Since when somebody waits: the instant of the first of their words that nobody has answered.</summary>
    /// <value><see langword="null"/>: nobody waits.</value>
    public DateTimeOffset? WaitsSince { get; init; }

    /// <summary>The newest of their words; its number is greater than that of each word before.</summary>
    public required long Word { get; init; }

    /// <summary>What it says.</summary>
    public required string Text { get; init; }

    /// <summary>When it was said.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The newest of their words, as the network names it.</summary>
    /// <value><see langword="null"/>: it cannot be answered there.</value>
    public string? RemoteId { get; init; }

    /// <summary>Who is to answer.</summary>
    /// <value>Empty: anybody.</value>
    public string Assignee { get; init; } = "";

    /// <summary>Until when it is put off.</summary>
    /// <value><see langword="null"/>: it is not.</value>
    public DateTimeOffset? SnoozedUntil { get; init; }

    /// <summary>Who is answering it now, and has not finished: a person, a script.</summary>
    /// <value>Empty: nobody.</value>
    public string AnsweredBy { get; init; } = "";

    /// <summary>What it is about, in words of one's own, in the order in which they were given.</summary>
    /// <value>Empty: none.</value>
    public IReadOnlyList<string> Labels { get; init => field = [.. value]; } = [];
}
