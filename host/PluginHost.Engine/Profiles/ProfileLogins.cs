using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Engine.Secrets;
using PluginHost.Engine.Ways.Exchanges;
using PluginHost.Sdk;

namespace PluginHost.Engine.Profiles;

/// <summary>How the profiles of a workspace prove who they are: logging in and out, and what is wrong where one cannot speak.</summary>
public sealed class ProfileLogins
{
    private readonly INetworks _networks;
    private readonly Func<WorkspaceVault> _vault;
    private readonly Func<IReadOnlyList<Exchange>> _exchanges;

    internal ProfileLogins(INetworks networks, Func<WorkspaceVault> vault, Func<IReadOnlyList<Exchange>> exchanges) =>
        (_networks, _vault, _exchanges) = (networks, vault, exchanges);

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

    /// <summary>Looks a profile over: its network, the vault, its login, and what its server said last. What goes wrong while looking is a finding, too.</summary>
    public async Task<IReadOnlyList<LoginFinding>> LookOverAsync(Profile profile, CancellationToken cancel)
    {
        var findings = new List<LoginFinding>();
        try
        {
            var network = await _networks.ForAsync(profile, cancel);
            findings.Add(new LoginFinding { What = "network", Stands = profile.Network });
            if (network.Login is { } login)
            {
                // A login stands on the vault: where that is shut, everything else would say the same.
                var vault = await LookAtVaultAsync(cancel);
                findings.Add(vault);
                if (vault.Advice.Length == 0)
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

        findings.AddRange(RequestsOf(profile));
        return findings;
    }

    // No findings by themselves: a request may have failed for a reason that has gone. But who looks for what is wrong wants to see it.
    private IEnumerable<LoginFinding> RequestsOf(Profile profile)
    {
        var all = _exchanges().Where(exchange => exchange.Account == profile.Name).ToList();
        if (all.LastOrDefault(exchange => exchange.Status is null or >= 400) is { } failed)
            yield return new LoginFinding { What = "last failure", Stands = Describe(failed) };

        if (all.Count > 0)
            yield return new LoginFinding { What = "last request", Stands = Describe(all[^1]) };
    }

    private static string Describe(Exchange exchange)
    {
        var answer = exchange.Status is { } status ? string.Create(CultureInfo.InvariantCulture, $"{status}") : "no answer";
        var error = exchange.Error.Length > 0 ? $" ({exchange.Error.ReplaceLineEndings(" ")})" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{exchange.At.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'} {exchange.Method} {exchange.Address}: {answer}{error}");
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
