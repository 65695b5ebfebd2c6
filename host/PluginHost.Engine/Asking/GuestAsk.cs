using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Secrets;
using PluginHost.Sdk;

namespace PluginHost.Engine.Asking;

/// <summary>Questions by a plugin. The person takes the time that the person takes: the plugin's deadline waits.</summary>
internal sealed class GuestAsk(IAsk person, KnownSecrets known) : IAsk
{
    public async Task<string?> ForTextAsync(string question, CancellationToken cancel)
    {
        using var unhurried = FenceEntry.Current?.Pause();
        return await person.ForTextAsync(question, cancel);
    }

    public async Task<string?> ForChoiceAsync(string question, IReadOnlyList<string> choices, CancellationToken cancel)
    {
        using var unhurried = FenceEntry.Current?.Pause();
        return await person.ForChoiceAsync(question, choices, cancel);
    }

    public async Task<string?> ForChoiceAsync(string question, IReadOnlyList<Choice> choices, CancellationToken cancel)
    {
        using var unhurried = FenceEntry.Current?.Pause();
        return await person.ForChoiceAsync(question, choices, cancel);
    }

    public async Task<bool> ForConfirmAsync(string question, CancellationToken cancel)
    {
        using var unhurried = FenceEntry.Current?.Pause();
        return await person.ForConfirmAsync(question, cancel);
    }

    public async Task<string?> ForSecretAsync(string question, CancellationToken cancel)
    {
        using var unhurried = FenceEntry.Current?.Pause();
        var secret = await person.ForSecretAsync(question, cancel);
        known.Note(secret);
        return secret;
    }

    public async Task<Uri?> ForPageAsync(string question, Func<Uri, Task<Uri>> pageFor, CancellationToken cancel)
    {
        using var unhurried = FenceEntry.Current?.Pause();
        return await person.ForPageAsync(question, pageFor, cancel);
    }
}
