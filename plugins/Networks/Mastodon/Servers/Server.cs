using PluginHost.Campaigns;

namespace PluginHost.Mastodon;

/// <summary>A server as it describes itself.</summary>
internal sealed record Server
{
    public required Uri Address { get; init; }

    /// <summary>What stands after the at sign of its accounts.</summary>
    public required string Domain { get; init; }

    /// <summary>What runs there: <c>mastodon</c>, <c>gotosocial</c>, <c>snac</c>; empty where it does not tell.</summary>
    public required string Software { get; init; }

    /// <summary>The version, as it writes it.</summary>
    public required string Version { get; init; }

    public required NetworkRules Rules { get; init; }

    /// <summary>Where it tells what happens as it happens; null where it does not.</summary>
    public Uri? Streaming { get; init; }

    /// <summary>Whether it is Mastodon itself, and not one that speaks like it.</summary>
    public bool IsMastodon => Software == "mastodon";

    /// <summary>Whether it knows a send that it has taken before by its key.</summary>
    public bool KnowsKeys => Rules.Repeats == Repeats.ByKey;

    /// <summary>An account's whole name, also where the server leaves its own domain out.</summary>
    public string HandleOf(string acct) => acct.Length == 0 || acct.Contains('@') ? acct : $"{acct}@{Domain}";
}
