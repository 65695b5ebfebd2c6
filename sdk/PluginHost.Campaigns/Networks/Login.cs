namespace PluginHost.Campaigns;

/// <summary>How a profile proves who it is.</summary>
public abstract class Login
{
    /// <summary>Whether the profile can speak now.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="cancel">Cancels asking.</param>
    /// <returns><see langword="null"/> where it can; else what is wrong and what to do.</returns>
    public abstract Task<string?> CheckAsync(Profile profile, CancellationToken cancel);

    /// <summary>Lets the profile prove who it is, asking the person (<see cref="Sdk.IAsk"/>) for what is missing. What the network gives in return is kept as a secret (<see cref="Sdk.ISecrets"/>).</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="cancel">Cancels it.</param>
    /// <returns>As whom the network knows the profile now, in words: <c>slocombe.example (did:plc:abc)</c>.</returns>
    /// <exception cref="Sdk.PluginHostException">It did not come about; the message says why and what to do. What was kept before stays.</exception>
    public virtual Task<string> LogInAsync(Profile profile, CancellationToken cancel) =>
        throw new Sdk.PluginHostException($"The network {profile.Network} asks for no login, so there is nothing to do.");

    /// <summary>Forgets what lets the profile speak, and has the network forget it where that can be.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="cancel">Cancels it.</param>
    /// <returns>A task that ends when nothing is kept here any more.</returns>
    /// <exception cref="Sdk.PluginHostException">It is forgotten here, and the network could not be told; the message says what to do there.</exception>
    public virtual Task LogOutAsync(Profile profile, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Looks the profile's login over: the server, the session, what it may do, the clock. It changes nothing but a session that was about to end.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="cancel">Cancels looking.</param>
    /// <returns>What was looked at, in the order in which one stands on the other.</returns>
    public virtual async Task<IReadOnlyList<LoginFinding>> LookOverAsync(Profile profile, CancellationToken cancel) =>
        await CheckAsync(profile, cancel) is { } wrong
            ? [new LoginFinding { What = "login", Stands = wrong, Advice = wrong }]
            : [new LoginFinding { What = "login", Stands = "it can speak" }];
}
