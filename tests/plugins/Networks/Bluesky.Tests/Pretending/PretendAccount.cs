namespace PluginHost.Bluesky.Tests;

/// <summary>Somebody with an account on the pretended server.</summary>
internal sealed class PretendAccount
{
    public required string Did { get; init; }

    public required string Handle { get; set; }

    public required string Password { get; init; }

    /// <summary>What comes of the next login or session: <c>deactivated</c>, <c>takendown</c>.</summary>
    public string Status { get; set; } = "";

    /// <summary>Whether a code is wanted besides.</summary>
    public string Code { get; set; } = "";
}
