namespace PluginHost.RehearsalServer;

/// <summary>How the answer to a request that was carried out went, as the log says it.</summary>
public static class Answers
{
    /// <summary>At once.</summary>
    public const string Given = "given";

    /// <summary>Slowly, yet before the client gave up.</summary>
    public const string Slow = "slow";

    /// <summary>Not at all: it was carried out after the client gave up.</summary>
    public const string Late = "late";

    /// <summary>Not at all: the connection was cut.</summary>
    public const string Lost = "lost";

    /// <summary>A fault of the server, though it was carried out.</summary>
    public const string Broken = "broken";

    /// <summary>A refusal because the same text stands there already, without saying where.</summary>
    public const string Duplicate = "duplicate";

    /// <summary>On X a success that lists errors, with or without the post; elsewhere the same as <see cref="Broken"/>.</summary>
    public const string Errors = "errors";
}
