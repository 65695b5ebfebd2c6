namespace PluginHost.Engine;

/// <summary>The moments that <see cref="EngineOptions.Mark"/> tells, so that the time of a start can be shared out among those who took it.</summary>
public static class Marks
{
    /// <summary>A call goes through the fence. A plugin may call another: these can nest.</summary>
    public const string IntoPlugin = "into-plugin";

    /// <summary>A call is over.</summary>
    public const string OutOfPlugin = "out-of-plugin";

    /// <summary>Somebody reads, or begins to write. The first also opens the store.</summary>
    public const string IntoStore = "into-store";

    /// <summary>The reading, or the transaction, is over.</summary>
    public const string OutOfStore = "out-of-store";

    /// <summary>A transaction is on disk.</summary>
    public const string Committed = "committed";

    /// <summary>A transaction that need not be on disk is committed.</summary>
    public const string CommittedRelaxed = "committed-relaxed";

    internal static string CommittedAs(Store.Durability durability) => durability == Store.Durability.Relaxed ? CommittedRelaxed : Committed;
}
