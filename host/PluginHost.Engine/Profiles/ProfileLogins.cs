using PluginHost.Campaigns;
using PluginHost.Engine.Secrets;
using PluginHost.Sdk;

namespace PluginHost.Engine.Profiles;

/// <summary>How the profiles of a workspace prove who they are: logging in and out, and what is wrong where one cannot speak.</summary>
public sealed class ProfileLogins
{
    private readonly INetworks _networks;
    private readonly Func<WorkspaceVault> _vault;

    internal ProfileLogins(INetworks networks, Func<WorkspaceVault> vault) => (_networks, _vault) = (networks, vault);

    /// <summary>Lets a profile prove who it is, asking the person for what is missing.</summary>
    /// <returns>As whom the network knows it now; null where the network asks for no login.</returns>
    /// <exception cref="PluginHostException">It did not come about; the message says what to do.</exception>
    public async Task<string?> LogInAsync(Profile profile, CancellationToken cancel) =>
        (await _networks.ForAsync(profile, cancel)).Login is { } login ? await login.LogInAsync(profile, cancel) : null;

    /// <summary>Forgets what lets a profile speak.</summary>
    /// <returns>Whether there was anything to forget: not where the network asks for no login.</returns>
    /// <exception cref="PluginHostException">The network could not be told; the message says what to do there.</exception>
    public async Task<bool> LogOutAsync(Profile profile, CancellationToken cancel)
    {
        if ((await _networks.ForAsync(profile, cancel)).Login is not { } login)
            return false;

        await login.LogOutAsync(profile, cancel);
        return true;
    }

    /// <summary>Whether a profile can speak now.</summary>
    /// <returns>Null where it can; else what is wrong and what to do.</returns>
    public async Task<string?> CheckAsync(Profile profile, CancellationToken cancel)
    {
        try
        {
            return (await _networks.ForAsync(profile, cancel)).Login is { } login ? await login.CheckAsync(profile, cancel) : null;
        }
        catch (PluginHostException error)
        {
            return error.Message;
        }
    }

    /// <summary>Looks a profile over: its network, the vault, its login. What goes wrong while looking is a finding, too.</summary>
    public async Task<IReadOnlyList<LoginFinding>> LookOverAsync(Profile profile, CancellationToken cancel)
    {
        var findings = new List<LoginFinding>();
        try
        {
            var network = await _networks.ForAsync(profile, cancel);
            findings.Add(new LoginFinding { What = "network", Stands = profile.Network });
            if (network.Login is { } login)
            {
                findings.Add(await LookAtVaultAsync(cancel));
                findings.AddRange(await login.LookOverAsync(profile, cancel));
            }
            else
            {
                findings.Add(new LoginFinding { What = "login", Stands = "the network asks for none" });
            }
        }
        catch (PluginHostException error)
        {
            findings.Add(new LoginFinding { What = findings.Count == 0 ? "network" : "login", Stands = "it cannot be looked at", Advice = error.Message });
        }

        return findings;
    }

    private async Task<LoginFinding> LookAtVaultAsync(CancellationToken cancel)
    {
        var look = await _vault().LookAsync(cancel);
        return look switch
        {
            { Trouble: { } trouble } => new LoginFinding { What = "vault", Stands = "it does not open", Advice = trouble },
            { Key: "" } => new LoginFinding { What = "vault", Stands = "nothing was ever kept in it" },
            _ => new LoginFinding { What = "vault", Stands = $"opened by {look.Place}" },
        };
    }
}
