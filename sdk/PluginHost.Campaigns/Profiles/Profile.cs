namespace PluginHost.Campaigns;

/// <summary>An account on a network, as <c>plugins.yaml</c> names it.</summary>
public sealed record Profile
{
    /// <summary>The purpose of a profile that can never send.</summary>
    public const string Listening = "listening";

    /// <summary>The name in this workspace, with its at sign: <c>@telco_help</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The id of the network.</summary>
    public required string Network { get; init; }

    /// <summary>The account's name on the network.</summary>
    /// <value>The name without its at sign.</value>
    public required string Handle { get; init; }

    /// <summary>The address of the server that the account lives on: <c>https://mastodon.example</c>.</summary>
    /// <value>Empty: the network has one, or tells it by the handle.</value>
    public string Server { get; init; } = "";

    /// <summary>
    /// The network that it stands for on a network of rehearsal: its limits and its way of counting hold there (<see cref="KnownNetworks"/>). A rehearsal sets it to
    /// the network that the profile is really on.
    /// </summary>
    /// <value>Empty: none; the network's own rules hold.</value>
    public string As { get; init; } = "";

    /// <summary>What people follow it for: <c>press</c>, <c>support</c>, <c>offers</c>, or a word of one's own. <c>listening</c> can never send.</summary>
    /// <value>Empty: no purpose of its own.</value>
    public string Purpose { get; init; } = "";

    /// <summary>The language that it speaks (BCP 47).</summary>
    /// <value>Empty: none is stated.</value>
    public string Language { get; init; } = "";

    /// <summary>How much its posts may cost. What would go over it is held, and not sent.</summary>
    /// <value><see langword="null"/>: as much as they do.</value>
    public Budget? Budget { get; init; }

    /// <summary>The id of the network whose rules and prices hold: the one that it stands for, else its own.</summary>
    public string RealNetwork => As.Length > 0 ? As : Network;

    /// <summary>Whether it may send. Refused at the send itself, not by a linter.</summary>
    public bool CanSend => Purpose != Listening;
}
