using System.CommandLine;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.CommandLine.Profiles;

/// <summary><c>profiles login</c> and <c>profiles logout</c>. Nothing that they print holds a secret.</summary>
internal static class LoginVerbs
{
    public static Command Login()
    {
        var verb = new Command("login", "Let a profile prove who it is. What the network gives in return is kept in the vault.") { ProfileArguments.Name };
        verb.SetAction(async (commandLine, cancel) =>
        {
            await using var session = Session.Open(commandLine);
            return await LogInAsync(session, session.Engine.Profiles[commandLine.GetRequiredValue(ProfileArguments.Name)], commandLine, cancel);
        });
        return verb;
    }

    public static Command Logout()
    {
        var verb = new Command("logout", "Forget what lets a profile speak, and have its network forget it where that can be.") { ProfileArguments.Name };
        verb.SetAction(LogOutAsync);
        return verb;
    }

    /// <summary>Lets a profile log in, and says as whom.</summary>
    public static async Task<int> LogInAsync(Session session, Profile profile, ParseResult commandLine, CancellationToken cancel)
    {
        var account = await session.Engine.Logins.LogInAsync(profile, cancel);
        if (commandLine.GetValue(Common.Json))
            session.Printer.Print(Record.Of(("profile", profile.Name), ("network", profile.Network), ("account", account is null ? Value.Nothing : account)));
        else if (account is null)
            session.Tell($"The network {profile.Network} asks for no login: {profile.Name} can speak.");
        else
            session.Tell($"{profile.Name} is logged in as {account}. {await PlaceOfKeyAsync(session, cancel)}");

        return ExitCode.Done;
    }

    private static async Task<string> PlaceOfKeyAsync(Session session, CancellationToken cancel) =>
        (await session.Engine.Vault.LookAsync(cancel)).Place is { } place ? $"What it needs for that is in the vault, which was opened by {place}." : "Nothing secret was kept.";

    private static async Task<int> LogOutAsync(ParseResult commandLine, CancellationToken cancel)
    {
        await using var session = Session.Open(commandLine);
        var profile = session.Engine.Profiles[commandLine.GetRequiredValue(ProfileArguments.Name)];
        session.Tell(await session.Engine.Logins.LogOutAsync(profile, cancel)
            ? $"{profile.Name} is logged out: what let it speak is forgotten. \"pluginhost profiles login {profile.Name}\" logs it in again."
            : $"The network {profile.Network} asks for no login, so there is nothing to forget.");
        return ExitCode.Done;
    }
}
