using System.CommandLine;
using PluginHost.Engine.Secrets;
using PluginHost.Sdk;

namespace PluginHost.CommandLine;

/// <summary><c>vault</c>: where its key lies, who opens it, and what is kept in it by name; <c>passphrase</c> and <c>rekey</c>. It prints no secret.</summary>
internal static class VaultCommand
{
    public static Command Make()
    {
        var passphrase = new Command("passphrase", "Set a passphrase that opens the vault, so that other machines can join. It takes the place of one that was set before.");
        passphrase.SetAction(SetPassphraseAsync);
        var rekey = new Command("rekey", "Give the vault another key, and encrypt all secrets with it. Other machines then need the passphrase once more.");
        rekey.SetAction(RekeyAsync);
        var command = new Command("vault", "Show where the vault's key lies, who opens it, and which secrets are kept: never the secrets.") { passphrase, rekey };
        command.SetAction(ShowAsync);
        return command;
    }

    private static async Task<int> ShowAsync(ParseResult commandLine, CancellationToken cancel)
    {
        await using var session = Session.Open(commandLine);
        var look = await session.Engine.Vault.LookAsync(cancel);
        (string Name, Value Value)[] all =
        [
            ("key", look.Key.Length > 0 ? look.Key : Value.Nothing),
            ("place", look.Place is { } place ? place : Value.Nothing),
            ("passed", look.PassedBy.Count > 0 ? string.Join("; ", look.PassedBy) : Value.Nothing),
            ("problem", look.Trouble is { } trouble ? trouble : Value.Nothing),
            ("holders", Table.Of(look.Holders, ("place", holder => holder.Kind), ("who", holder => holder.Who), ("since", holder => holder.Since))),
            ("secrets", Table.Of(look.Secrets, ("plugin", secret => secret.Plugin), ("name", secret => secret.Name), ("since", secret => secret.Since))),
        ];
        if (commandLine.GetValue(Common.Json))
            session.Printer.Print(Record.Of(all));
        else if (look.Key.Length == 0)
            session.Printer.Print("The vault is empty: nothing secret was ever kept in this workspace.");
        else
            session.Printer.Print(Record.Of([.. all.Where(field => field.Value is not NothingValue)]));

        return look.Trouble is null ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task<int> SetPassphraseAsync(ParseResult commandLine, CancellationToken cancel)
    {
        await using var session = Session.Open(commandLine);
        if (!await session.Engine.Vault.SetPassphraseAsync(cancel))
            throw new PluginHostException("No passphrase was set: none was given twice. Run it on a terminal, or pipe it in, on two lines.");

        session.Tell("The passphrase opens the vault from now on. On another machine \"pluginhost vault\" asks for it once, or takes it from PLUGINHOST_PASSPHRASE.");
        return ExitCode.Done;
    }

    private static async Task<int> RekeyAsync(ParseResult commandLine, CancellationToken cancel)
    {
        await using var session = Session.Open(commandLine);
        var key = await session.Engine.Vault.RekeyAsync(cancel);
        session.Tell($"The vault's key is {key} now, and all secrets are encrypted with it. Machines that opened the vault by themselves need the passphrase once more.");
        return ExitCode.Done;
    }
}
