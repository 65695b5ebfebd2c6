namespace PluginHost.PressRoom.Site;

/// <summary>What the pages themselves say, in one language. Who reads a release in Arabic reads its page in Arabic.</summary>
internal sealed record PageWords
{
    public required string Newsroom { get; init; }

    public required string Languages { get; init; }

    public required string About { get; init; }

    public required string Contact { get; init; }

    public required string Feed { get; init; }

    public required string Updated { get; init; }

    /// <summary>What stands over a release that was taken back.</summary>
    public required string Retracted { get; init; }

    /// <summary>What a newsroom says in which nothing has come out.</summary>
    public required string Nothing { get; init; }

    /// <summary>The months, from January, as they stand within a date.</summary>
    public required IReadOnlyList<string> Months { get; init; }

    /// <summary>A date: {0} the day, {1} the month, {2} the year.</summary>
    public required string Date { get; init; }

    public bool IsRightToLeft { get; init; }
}
