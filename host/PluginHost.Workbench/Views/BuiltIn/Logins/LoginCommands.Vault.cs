using PluginHost.Sdk;
using PluginHost.Workbench.Commands;

namespace PluginHost.Workbench.Views.BuiltIn.Logins;

/// <content>The vault, which every login stands on.</content>
internal sealed partial class LoginCommands
{
    /// <summary>Opens the vault, asking for its passphrase also where that was declined before.</summary>
    public const string OpenVault = "workbench.vault.open";

    private void AddVaultCommands()
    {
        AddVault(OpenVault, Texts.CommandVaultOpen, async cancel =>
        {
            await _workbench.Engine.Vault.OpenAsync(cancel);
            return Texts.Fill(Texts.VaultOpen, _workbench.Engine.Vault.Place ?? "");
        });
        AddVault("workbench.vault.passphrase", Texts.CommandVaultPassphrase, async cancel =>
            await _workbench.Engine.Vault.SetPassphraseAsync(cancel) ? Texts.VaultPassphraseSet : Texts.VaultPassphraseUnset);
    }

    private void AddVault(string id, string title, Func<CancellationToken, Task<string>> work) => _workbench.Add(new CommandEntry
    {
        Id = id,
        Title = title,
        Run = async (_, cancel) =>
        {
            Tell(await work(cancel));
            _list.AskAgain();
            return Value.Nothing;
        },
    });
}
