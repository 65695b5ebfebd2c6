using System.CommandLine;
using PluginHost.Engine.Workspaces.Editing;
using PluginHost.Sdk;

namespace PluginHost.CommandLine.Profiles;

/// <summary><c>profiles remove</c>: logs a profile out and takes it out of <c>plugins.yaml</c>. What it has said stays.</summary>
internal static class RemoveVerb
{
    public static Command Make()
    {
        var verb = new Command("remove", "Log a profile out, and take it out of plugins.yaml. What it has said stays where it is.") { ProfileArguments.Name };
        verb.SetAction(RunAsync);
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult commandLine, CancellationToken cancel)
    {
        var file = FirstWorkspace.Demand(commandLine);
        await using var session = Session.Open(commandLine);
        var profile = session.Engine.Profiles[commandLine.GetRequiredValue(ProfileArguments.Name)];

        // Where its plugin is gone, the name can go all the same; its secrets are listed by "pluginhost vault".
        var left = "";
        try
        {
            if (session.Engine.Networks.Ids.Contains(profile.Network))
                await session.Engine.Logins.LogOutAsync(profile, cancel);
        }
        catch (PluginHostException wrong)
        {
            // What the network could not be told, the person can tell it; the profile goes all the same.
            left = $" {wrong.Message}";
        }

        if (await ProfilesFile.RemoveAsync(file, profile.Name, cancel) is FileEditRefused refused)
            throw new PluginHostException(refused.ToString());

        session.Tell($"{profile.Name} is gone from plugins.yaml.{left}");
        return ExitCode.Done;
    }
}
