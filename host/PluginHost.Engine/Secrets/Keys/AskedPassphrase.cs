using PluginHost.Sdk;

namespace PluginHost.Engine.Secrets.Keys;

/// <summary>A passphrase that the person types. Who has pressed Esc is not asked again before they say so (<see cref="AskAgain"/>): plugins ask for secrets all the time.</summary>
internal sealed class AskedPassphrase(IAsk person, string workspace, IRandom random, TimeProvider clock) : IKeyPlace
{
    private const int Tries = 3;

    private volatile bool _isDeclined;

    public string Name => "passphrase";

    public string Title => "a passphrase that is asked for";

    public bool Asks => true;

    /// <summary>The right one, once it was typed.</summary>
    public string? Typed { get; private set; }

    public void AskAgain() => _isDeclined = false;

    public async Task<KeyAnswer> OpenAsync(IReadOnlyList<KeyRow> rows, CancellationToken cancel)
    {
        if (!rows.Any(row => row.Kind == PassphraseKey.Kind))
            return new KeyNotHere("no passphrase opens this vault yet");

        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var question = attempt == 0 ? $"The passphrase of {workspace}'s vault:" : $"That is not the passphrase of {workspace}'s vault. Once more:";
            if (await AskAsync(question, cancel) is not { } passphrase)
                return Unanswered();

            if (await PassphraseKey.OpenAsync(passphrase, rows, cancel) is { } opened)
            {
                Typed = passphrase;
                return opened;
            }
        }

        return new KeyNotHere("a wrong passphrase was given; nothing was changed");
    }

    public async Task<KeyAnswer> KeepAsync(SealingKey key, CancellationToken cancel)
    {
        if (await AskNewAsync(cancel) is not { } passphrase)
            return Unanswered();

        Typed = passphrase;
        return new KeyKept(await PassphraseKey.KeepAsync(passphrase, key, $"{random.NewId():n}", clock.GetUtcNow(), cancel));
    }

    // Twice, and null where none was given.
    private async Task<string?> AskNewAsync(CancellationToken cancel)
    {
        var first = $"New passphrase for the vault, {PassphraseKey.Fewest} characters or more; keep it safe:";
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await AskAsync(first, cancel) is not { } passphrase)
                return null;

            if (passphrase.Length < PassphraseKey.Fewest)
                first = $"That is too short. A passphrase of {PassphraseKey.Fewest} characters or more:";
            else if (await AskAsync("The same passphrase once more:", cancel) is not { } again)
                return null;
            else if (again == passphrase)
                return passphrase;
            else
                first = "The two were not the same. A new passphrase:";
        }

        return null;
    }

    private KeyNotHere Unanswered() => new(_isDeclined ? "none was given" : "nobody is there to type it");

    private async Task<string?> AskAsync(string question, CancellationToken cancel)
    {
        if (_isDeclined)
            return null;

        try
        {
            var answer = await person.ForSecretAsync(question, cancel);
            _isDeclined = answer is null;
            return answer;
        }
        catch (NobodyAnswersException)
        {
            return null;
        }
    }
}
