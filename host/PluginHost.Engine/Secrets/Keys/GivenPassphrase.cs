using PluginHost.Sdk;

namespace PluginHost.Engine.Secrets.Keys;

/// <summary>A passphrase that is given to the process: by a credential of systemd, in the environment, or in a file. A wrong one is told at once, and nobody else is asked.</summary>
/// <param name="name">Its name.</param>
/// <param name="title">For people: where it comes from.</param>
/// <param name="find">Finds it; null where none is given.</param>
internal sealed class GivenPassphrase(string name, string title, string absent, Func<string?> find, IRandom random, TimeProvider clock) : IKeyPlace
{
    public string Name => name;

    public string Title => title;

    public bool Asks => false;

    public async Task<KeyAnswer> OpenAsync(IReadOnlyList<KeyRow> rows, CancellationToken cancel)
    {
        if (find() is not { } passphrase)
            return new KeyNotHere(absent) { IsUngiven = true };

        if (!rows.Any(row => row.Kind == PassphraseKey.Kind))
            return new KeyNotHere("no passphrase opens this vault yet");

        return await PassphraseKey.OpenAsync(passphrase, rows, cancel) ?? throw new PluginHostException(
            $"The vault does not open with {title}: it is another passphrase. Nothing was changed. Give the right one, or take it away so that the next place is asked.");
    }

    public async Task<KeyAnswer> KeepAsync(SealingKey key, CancellationToken cancel)
    {
        if (find() is not { } passphrase)
            return new KeyNotHere(absent) { IsUngiven = true };

        if (passphrase.Length < PassphraseKey.Fewest)
            throw new PluginHostException($"The vault cannot be made with {title}: it is too short. Give {PassphraseKey.Fewest} characters at least.");

        return new KeyKept(await PassphraseKey.KeepAsync(passphrase, key, $"{random.NewId():n}", clock.GetUtcNow(), cancel));
    }
}
