namespace PluginHost.Posting;

/// <summary>Who has said no to a target, as the outbox has it.</summary>
internal static class RefusedBy
{
    public const string Network = "network";

    public const string Checks = "checks";

    /// <summary>The one who published it, by stopping.</summary>
    public const string Caller = "caller";

    /// <summary>Nobody was there in time, and it was to be skipped then.</summary>
    public const string Missed = "missed";

    /// <summary>A person, on purpose. It never goes out again by itself.</summary>
    public const string Person = "person";

    /// <summary>Whoever asked for it, for good: they went on without it, and a person cannot bring it back.</summary>
    public const string Asker = "asker";
}
