using System.CommandLine;
using PluginHost.Campaigns;
using PluginHost.CommandLine.Plugins;
using PluginHost.Engine.Workspaces.Editing;
using PluginHost.Sdk;

namespace PluginHost.CommandLine.Profiles;

/// <summary><c>profiles add</c>: names a profile in <c>plugins.yaml</c>, keeping all else in it, and lets it log in.</summary>
internal static class AddVerb
{
    private static readonly Argument<string> Name = new("name")
    {
        Description = "A name for the profile in this workspace, with an at sign: @telco_help.",
        HelpName = "@name",
    };

    private static readonly Option<string> Network = new("--network") { Description = "The network that it is on: bluesky, mastodon, rehearsal.", HelpName = "ID", Required = true };
    private static readonly Option<string?> Server = new("--server") { Description = "The address of the server that the account lives on, as https://mastodon.example.", HelpName = "URL" };
    private static readonly Option<string?> Handle = new("--handle") { Description = "The account's name on the network. Default: the profile's name.", HelpName = "NAME" };
    private static readonly Option<string?> Purpose = new("--purpose") { Description = "What people follow it for, as press or support. With \"listening\" it can never send.", HelpName = "WORD" };
    private static readonly Option<string?> Language = new("--language") { Description = "The language that it speaks, as en or nb.", HelpName = "TAG" };
    private static readonly Option<bool> NoLogin = new("--no-login") { Description = "Name it only; \"pluginhost profiles login\" lets it log in later." };

    public static Command Make()
    {
        var verb = new Command("add", "Add a profile to plugins.yaml, and let it log in.") { Name, Network, Server, Handle, Purpose, Language, NoLogin };
        verb.SetAction(RunAsync);
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult commandLine, CancellationToken cancel)
    {
        var file = FirstWorkspace.Demand(commandLine);
        var profile = ProfileOf(commandLine);
        await using var session = Session.Open(commandLine);
        RefuseUnknownNetwork(profile.Network, session.Engine.Networks.Ids);
        if (await ProfilesFile.AddAsync(file, profile, cancel) is FileEditRefused refused)
            throw new WrongUseException(refused.ToString());

        await session.Engine.ReloadAsync(cancel);
        session.Tell($"{profile.Name} is in plugins.yaml, on {profile.Network}.");
        return commandLine.GetValue(NoLogin) ? ExitCode.Done : await LoginVerbs.LogInAsync(session, session.Engine.Profiles[profile.Name], commandLine, cancel);
    }

    private static Profile ProfileOf(ParseResult commandLine)
    {
        var name = commandLine.GetRequiredValue(Name);
        if (!name.StartsWith('@') || name.Length == 1 || name.AsSpan(1).ContainsAny("@\"\\ \t\r\n"))
            throw new WrongUseException($"\"{name}\" is no profile's name. Write @ and a word: @{name.Trim('@', '"', '\\', ' ')}");

        return new Profile
        {
            Name = name,
            Network = commandLine.GetRequiredValue(Network),
            Server = commandLine.GetValue(Server)?.TrimEnd('/') ?? "",
            Handle = commandLine.GetValue(Handle) is { Length: > 0 } handle ? handle : name[1..],
            Purpose = commandLine.GetValue(Purpose) ?? "",
            Language = commandLine.GetValue(Language) ?? "",
        };
    }

    private static void RefuseUnknownNetwork(string network, IReadOnlyList<string> networks)
    {
        if (networks.Contains(network))
            return;

        // What comes with the program offers a network of its own name.
        throw new WrongUseException(SwitchVerbs.Bundled().Contains(network)
            ? $"The plugin {network} is not in plugins.yaml, or is off. \"pluginhost plugins enable {network}\" switches it on."
            : $"No running plugin offers the network \"{network}\".{Nearest.Hint(network, networks)} There is {string.Join(", ", networks)}; \"pluginhost plugins\" tells which plugin offers which.");
    }
}
