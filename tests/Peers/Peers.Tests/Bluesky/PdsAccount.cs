namespace PluginHost.Peers.Tests;

/// <summary>An account on a real PDS, that a test has made.</summary>
internal sealed record PdsAccount
{
    public required string Did { get; init; }

    public required string Handle { get; init; }

    /// <summary>The account's own password.</summary>
    public required string Password { get; init; }

    /// <summary>A token for calls, of a session of the test's own.</summary>
    public required string Token { get; init; }
}
