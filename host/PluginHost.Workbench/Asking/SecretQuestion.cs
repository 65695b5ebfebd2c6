using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Asking;

/// <summary>Asks for a secret on somebody's behalf: signs are shown for what is typed, and it cannot be copied.</summary>
internal sealed class SecretQuestion : InputLayer
{
    private readonly Action<string?> _answered;

    public SecretQuestion(string question, Action<string?> answered)
        : base(question)
    {
        _answered = answered;
        Input.IsSecret = true;
    }

    internal override void OnPeeled() => _answered(null);

    private protected override string? Check(string text) => null;

    private protected override void OnAccepted(string text)
    {
        // The layer may be kept a while by whoever draws it.
        Input.Set("");
        _answered(text);
    }
}
