using System.CommandLine;
using PluginHost.CommandLine.Profiles;
using PluginHost.Sdk;

namespace PluginHost.CommandLine;

/// <summary><c>profiles</c>: the profiles of the workspace, and whether each is offered its network; <c>add</c>, <c>login</c>, <c>logout</c>, <c>remove</c> and <c>doctor</c> for one of them.</summary>
internal static class ProfilesCommand
{
    public static Command Make()
    {
        var command = new Command("profiles", "List the profiles of the workspace.")
        {
            AddVerb.Make(),
            LoginVerbs.Login(),
            LoginVerbs.Logout(),
            RemoveVerb.Make(),
            ProfilesDoctorVerb.Make(),
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult commandLine, CancellationToken cancel)
    {
        await using var session = Session.Open(commandLine);
        var networks = session.Engine.Networks.Ids;
        session.Printer.Print(Table.Of(
            session.Engine.Profiles.All,
            ("name", profile => profile.Name),
            ("network", profile => profile.Network),
            ("as", profile => profile.As),
            ("handle", profile => profile.Handle),
            ("purpose", profile => profile.Purpose),
            ("language", profile => profile.Language),
            ("sends", profile => profile.CanSend),
            ("problem", profile => networks.Contains(profile.Network)
                ? null
                : $"no running plugin offers the network \"{profile.Network}\".{Nearest.Hint(profile.Network, networks)}")));
        return ExitCode.Done;
    }
}
