namespace PluginHost.Campaigns;

/// <summary>How a profile proves who it is.</summary>
public abstract class Login
{
    /// <summary>Whether the profile can speak now.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="cancel">Cancels asking.</param>
    /// <returns><see langword="null"/> where it can; else what is wrong and what to do.</returns>
    public abstract Task<string?> CheckAsync(Profile profile, CancellationToken cancel);
}
