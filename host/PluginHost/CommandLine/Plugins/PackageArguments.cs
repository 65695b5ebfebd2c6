using System.CommandLine;
using PluginHost.Engine;
using PluginHost.Engine.Packages;
using PluginHost.Engine.Trust;
using PluginHost.Printing;

namespace PluginHost.CommandLine.Plugins;

/// <summary>What the verbs that install have in common: where to look, and who is asked.</summary>
internal static class PackageArguments
{
    public static Option<string[]> Source { get; } = new("--source")
    {
        Description = "Where to look: a folder with packages, or a NuGet feed (v3). Default: sources: in plugins.yaml, else your NuGet configuration.",
        HelpName = "SOURCE",
    };

    public static Option<bool> Prerelease { get; } = new("--pre")
    {
        Description = "Take versions that are not finished, too.",
    };

    public static Option<bool> Yes { get; } = new("--yes", "-y")
    {
        Description = "Say yes to what the plugin needs, without being asked.",
    };

    /// <summary>The packages of the workspace that a command line means.</summary>
    public static PluginPackages Open(ParseResult commandLine)
    {
        var json = commandLine.GetValue(Common.Json);
        var trust = new InstallConsent(new TrustBook(UserFolders.OfPerson(), TimeProvider.System), TimeProvider.System);
        return new PluginPackages(new PackageOptions
        {
            WorkspaceFile = FirstWorkspace.Demand(commandLine),
            User = UserFolders.OfPerson(),
            Folder = Environment.CurrentDirectory,
            Sources = commandLine.GetValue(Source) ?? [],
            Prerelease = commandLine.GetValue(Prerelease),
            Consent = new InstallQuestion(new TerminalPerson(new ProgressLine(), json), commandLine.GetValue(Yes)).AskAsync,
            IsAsked = candidate => trust.IsAsked(candidate.Manifest, candidate.SourceInFull),
            Accepted = candidate => trust.Accept(candidate.Manifest, candidate.Folder, candidate.SourceInFull),
        });
    }
}
