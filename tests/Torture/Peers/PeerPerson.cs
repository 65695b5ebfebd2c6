using PluginHost.Sdk;

namespace PluginHost.Torture.Peers;

/// <summary>Answers what logins ask: the way with a secret that is there already, and the secret.</summary>
internal sealed class PeerPerson : IAsk
{
    /// <summary>The secret of whoever logs in next.</summary>
    public string Secret { get; set; } = "";

    public Task<string?> ForTextAsync(string question, CancellationToken cancel) => throw Unexpected(question);

    public Task<string?> ForChoiceAsync(string question, IReadOnlyList<string> choices, CancellationToken cancel) =>
        Task.FromResult<string?>(choices.FirstOrDefault(choice => choice.Contains("token", StringComparison.Ordinal)) ?? throw Unexpected(question));

    public Task<bool> ForConfirmAsync(string question, CancellationToken cancel) => throw Unexpected(question);

    public Task<string?> ForSecretAsync(string question, CancellationToken cancel) => Task.FromResult<string?>(Secret);

    private static TortureException Unexpected(string question) => new($"A login asks \"{question}\", and nobody knows the answer.");
}
