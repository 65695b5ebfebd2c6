using System.CommandLine;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.CommandLine.Profiles;

/// <summary><c>profiles doctor</c>: looks over why a profile can speak or cannot, in the order in which one stands on the other. It ends with 1 where something is wrong.</summary>
internal static class ProfilesDoctorVerb
{
    public static Command Make()
    {
        var verb = new Command("doctor", "Look profiles over: the network, the vault, the login. It says what is wrong and what to do.") { ProfileArguments.AnyName };
        verb.SetAction(RunAsync);
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult commandLine, CancellationToken cancel)
    {
        await using var session = Session.Open(commandLine);
        var profiles = commandLine.GetValue(ProfileArguments.AnyName) is { } name ? [session.Engine.Profiles[name]] : session.Engine.Profiles.All;
        var rows = new List<(Profile Profile, LoginFinding Finding)>();
        foreach (var profile in profiles)
            rows.AddRange((await session.Engine.Logins.LookOverAsync(profile, cancel)).Select(finding => (profile, finding)));

        session.HasTold(string.Join('\n', rows.Select(row => row.Finding.Advice)));
        session.Printer.Print(Table.Of(
            rows,
            ("profile", row => row.Profile.Name),
            ("what", row => row.Finding.What),
            ("state", row => IsWrong(row.Finding) ? "wrong" : "ok"),
            ("stands", row => row.Finding.Stands),

            // A network that says no more than that it is wrong says the same twice.
            ("do", row => IsWrong(row.Finding) && row.Finding.Advice != row.Finding.Stands ? row.Finding.Advice : null)));
        return rows.Exists(row => IsWrong(row.Finding)) ? ExitCode.Failed : ExitCode.Done;
    }

    private static bool IsWrong(LoginFinding finding) => finding.Advice.Length > 0;
}
