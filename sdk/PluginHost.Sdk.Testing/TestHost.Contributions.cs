using PluginHost.Campaigns;

namespace PluginHost.Sdk.Testing;

public sealed partial class TestHost
{
    /// <summary>The network that carries a profile's posts, as the host gives it to whoever sends: behind the fence, and refusing profiles that only listen.</summary>
    /// <param name="profile">The profile; its network is asked for by id.</param>
    /// <returns>The network.</returns>
    /// <exception cref="PluginHostException">No plugin brings it.</exception>
    public Task<Network> NetworkAsync(Profile profile) => PatientlyAsync("Making the network", () => _engine.Networks.ForAsync(profile, CancellationToken.None));

    /// <summary>Lets the linters look at a text that the first profile is about to say.</summary>
    /// <param name="text">The text.</param>
    /// <returns>What they found, as people are told.</returns>
    public Task<IReadOnlyList<Problem>> LintAsync(string text)
    {
        var variant = new Variant { Profile = Profiles[0].Name, Text = text, Language = Profiles[0].Language };
        return LintAsync(new Lint
        {
            Plan = new PostPlan { Variants = [variant], AskedBy = "test" },
            Variant = variant,
            Profile = Profiles[0],
            Profiles = Profiles,
            At = Clock.GetUtcNow(),
        });
    }

    /// <summary>Lets the linters look at what is about to be said.</summary>
    /// <param name="lint">All that is known of it.</param>
    /// <returns>What they found, as people are told. A linter that has thrown is a warning.</returns>
    public Task<IReadOnlyList<Problem>> LintAsync(Lint lint) => PatientlyAsync("Linting", () => _engine.Linters.CheckAsync(lint, CancellationToken.None));

    /// <summary>Runs a check, as <c>pluginhost doctor</c> does.</summary>
    /// <param name="id">The check's id.</param>
    /// <returns>What it has found; empty where all is well.</returns>
    /// <exception cref="WrongUseException">There is no such check.</exception>
    public async Task<IReadOnlyList<CheckProblem>> CheckAsync(string id)
    {
        var known = _engine.Checks.All.FirstOrDefault(check => check.Check.Id == id)
            ?? throw new WrongUseException($"There is no check \"{id}\".{Nearest.Hint(id, _engine.Checks.All.Select(check => check.Check.Id))}");
        return await PatientlyAsync(id, () => _engine.Checks.RunAsync(known, CancellationToken.None));
    }

    /// <summary>Gets a service that a plugin offers, behind the fence.</summary>
    /// <typeparam name="T">An interface of a contract assembly.</typeparam>
    /// <returns>The service.</returns>
    /// <exception cref="PluginHostException">No plugin offers it.</exception>
    public Task<T> ServiceAsync<T>()
        where T : class => PatientlyAsync(typeof(T).Name, () => _engine.Services.GetAsync<T>(CancellationToken.None));
}
