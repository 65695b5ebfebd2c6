using System.CommandLine;
using PluginHost.Engine.Packages;
using PluginHost.Printing;
using PluginHost.Sdk;

namespace PluginHost.CommandLine.Plugins;

/// <summary><c>plugins add</c>, <c>remove</c>, <c>update</c>, <c>rollback</c> and <c>pin</c>: what changes which plugins a workspace has.</summary>
internal static class PackageVerbs
{
    private static readonly Argument<string> Id = new("id") { Description = "The plugin's id; \"pluginhost plugins\" lists them.", HelpName = "id" };

    private static readonly Argument<string?> MaybeId = new("id") { Description = "The plugin's id. Without it: all that were installed.", HelpName = "id", Arity = ArgumentArity.ZeroOrOne };

    private static readonly Argument<string?> What = new("plugin")
    {
        Description = "An id (acme.notes, acme.notes@1.2.0), a package (./acme.notes.1.2.0.nupkg) or a plugin's folder. Without it: what the workspace names and this machine lacks is restored.",
        HelpName = "plugin",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Argument<string?> Version = new("version") { Description = "The version. Without it: the one that is there.", HelpName = "version", Arity = ArgumentArity.ZeroOrOne };

    private static readonly Option<bool> Off = new("--off") { Description = "Let it go: updates count again." };

    public static IEnumerable<Command> All()
    {
        yield return Verb("add", "Install a plugin and name it in plugins.yaml, or restore those that are named.", AddAsync, What, PackageArguments.Source, PackageArguments.Prerelease, PackageArguments.Yes);
        yield return Verb("remove", "Take a plugin out of the workspace. What it keeps in the store stays there.", RemoveAsync, Id);
        yield return Verb("update", "Install the newest version; the one before is kept.", UpdateAsync, MaybeId, PackageArguments.Source, PackageArguments.Prerelease, PackageArguments.Yes);
        yield return Verb("rollback", "Go back to the version before.", RollbackAsync, Id, PackageArguments.Yes);
        yield return Verb("pin", "Hold a plugin at a version, which updates obey.", PinAsync, Id, Version, Off);
    }

    private static Command Verb(string name, string description, Func<PluginPackages, ParseResult, CancellationToken, Task<IReadOnlyList<PackageOutcome>>> work, params Symbol[] symbols)
    {
        var verb = new Command(name, description);
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
                verb.Arguments.Add(argument);
            else
                verb.Options.Add((Option)symbol);
        }

        verb.SetAction(async (commandLine, cancel) => Tell(await work(PackageArguments.Open(commandLine), commandLine, cancel), commandLine.GetValue(Common.Json)));
        return verb;
    }

    private static async Task<IReadOnlyList<PackageOutcome>> AddAsync(PluginPackages packages, ParseResult commandLine, CancellationToken cancel) =>
        commandLine.GetValue(What) is { } what ? [await packages.AddAsync(what, cancel)] : await packages.RestoreAsync(cancel);

    private static async Task<IReadOnlyList<PackageOutcome>> RemoveAsync(PluginPackages packages, ParseResult commandLine, CancellationToken cancel) =>
        [await packages.RemoveAsync(commandLine.GetRequiredValue(Id), cancel)];

    private static Task<IReadOnlyList<PackageOutcome>> UpdateAsync(PluginPackages packages, ParseResult commandLine, CancellationToken cancel) =>
        packages.UpdateAsync(commandLine.GetValue(MaybeId), cancel);

    private static async Task<IReadOnlyList<PackageOutcome>> RollbackAsync(PluginPackages packages, ParseResult commandLine, CancellationToken cancel) =>
        [await packages.RollbackAsync(commandLine.GetRequiredValue(Id), cancel)];

    private static async Task<IReadOnlyList<PackageOutcome>> PinAsync(PluginPackages packages, ParseResult commandLine, CancellationToken cancel)
    {
        var (version, off) = (commandLine.GetValue(Version), commandLine.GetValue(Off));
        return off && version is not null
            ? throw new WrongUseException("--off lets the plugin go, and a version holds it: give one of them.")
            : [await packages.PinAsync(commandLine.GetRequiredValue(Id), version, off, cancel)];
    }

    private static int Tell(IReadOnlyList<PackageOutcome> outcomes, bool json)
    {
        var line = new ProgressLine();
        if (json)
        {
            new ValuePrinter(json, Console.Out, line).Print(Table.Of(
                outcomes,
                ("id", outcome => outcome.Id),
                ("version", outcome => VersionOf(outcome)),
                ("changed", outcome => outcome is PackageChanged),
                ("problem", outcome => outcome is PackageRefused refused ? refused.Reason : null)));
        }

        foreach (var outcome in outcomes)
            TellOne(outcome, json);

        if (outcomes.Count == 0 && !json)
            Console.Error.WriteLine("No plugin of this workspace was installed, and none is missing.");

        return outcomes.Any(outcome => outcome is PackageRefused) ? ExitCode.Failed : ExitCode.Done;
    }

    private static void TellOne(PackageOutcome outcome, bool json)
    {
        if (outcome is PackageRefused refused)
            Complaint.Write(refused.Reason);
        else if (!json)
            Console.Error.WriteLine(Visible.Lines($"{outcome.Id}{(VersionOf(outcome) is { } version ? $" {version}" : "")} {(outcome is PackageChanged changed ? changed.What : ((PackageKept)outcome).Why)}"));
    }

    private static string? VersionOf(PackageOutcome outcome) => outcome switch { PackageChanged changed => changed.Version, PackageKept kept => kept.Version, _ => null };
}
