namespace PluginHost.Peers.Tests;

/// <summary>Where a real server listens that tests/Peers/run has started. Without it, whoever asks is skipped and says so.</summary>
internal static class Peer
{
    /// <summary>Bluesky's PDS: <c>http://127.0.0.1:2583</c>.</summary>
    public static string Pds => Find("PEERS_PDS");

    /// <summary>The same PDS, where an AppView stands behind it.</summary>
    public static string PdsWithAppView
    {
        get
        {
            Find("PEERS_APPVIEW");
            return Pds;
        }
    }

    /// <summary>A stream of the form of Jetstream: <c>ws://127.0.0.1:6008/subscribe</c>.</summary>
    public static string Jetstream => Find("PEERS_JETSTREAM");

    /// <summary>snac 2.75: <c>http://127.0.0.1:7780</c>.</summary>
    public static string Snac275 => Find("PEERS_SNAC_275");

    /// <summary>snac 2.96: <c>http://127.0.0.1:7781</c>.</summary>
    public static string Snac296 => Find("PEERS_SNAC_296");

    /// <summary>The file with the accounts of <see cref="Snac275"/>: passwords and tokens by name.</summary>
    public static string Snac275Accounts => Find("PEERS_SNAC_275_ACCOUNTS");

    /// <summary>The file with the accounts of <see cref="Snac296"/>.</summary>
    public static string Snac296Accounts => Find("PEERS_SNAC_296_ACCOUNTS");

    private static string Find(string variable)
    {
        if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } address)
            return address;

        Assert.Skip($"{variable} names no server: this was not tried on a real one. tests/Peers/run starts them.");
        return "";
    }
}
