using System.CommandLine;
using PluginHost.Engine.Plugins;
using PluginHost.Engine.Trust;
using PluginHost.Printing;
using PluginHost.Sdk;

namespace PluginHost.CommandLine;

/// <summary><c>trust [DIR | ID]</c>: lets a workspace's scripts and plugins run, or one plugin with what it needs; lists and takes back what was said.</summary>
internal static class TrustCommand
{
    private static readonly Argument<string?> What = new("what")
    {
        Description = "The workspace's folder, or the id of one of its plugins. Default: this workspace.",
        HelpName = "DIR or ID",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<bool> List = new("--list") { Description = "List what you trust." };
    private static readonly Option<bool> Show = new("--show") { Description = "Show what it asks for and what its code can do, and change nothing." };
    private static readonly Option<bool> Revoke = new("--revoke") { Description = "Take it back. What runs goes on until its program ends." };
    private static readonly Option<bool> Yes = new("--yes", "-y") { Description = "Accept a plugin without being asked." };

    public static Command Make()
    {
        var command = new Command("trust", "Say which workspaces and plugins may run as you. It is consent, not a sandbox.") { What, List, Show, Revoke, Yes };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult commandLine, CancellationToken cancel)
    {
        var (list, show, revoke, what) = (commandLine.GetValue(List), commandLine.GetValue(Show), commandLine.GetValue(Revoke), commandLine.GetValue(What));
        if ((list && (show || revoke || what is not null)) || (show && revoke))
            throw new WrongUseException("--list, --show and --revoke are three things to do: give one of them; --list takes no folder and no plugin.");

        if (list)
            return TrustList.Print(commandLine);

        if (what is not null && !IsFolder(what))
            return await OfPluginAsync(what, commandLine, cancel);

        var (options, folder) = WorkspaceAt(what, commandLine);
        var trust = WorkspaceTrust.Of(options);
        if (revoke)
            return RevokeFolder(trust);

        if (!File.Exists(options.WorkspaceFile) && !File.Exists(Path.ChangeExtension(options.WorkspaceFile, ".yml")))
            throw new WrongUseException($"There is no plugins.yaml in {folder}, so nothing of it runs. Name the folder of a workspace.");

        var offer = WorkspaceOffer.Read(options)
            ?? throw new WrongUseException($"{options.WorkspaceFile} cannot be read, so what would run cannot be said. \"pluginhost doctor\" tells why.");
        if (show)
        {
            Tell(trust.IsGiven ? offer.Told : offer.Lines);
            return ExitCode.Done;
        }

        offer.Accept(trust.Book, options.Clock.GetUtcNow());
        Tell(offer.Told);
        return ExitCode.Done;
    }

    private static async Task<int> OfPluginAsync(string id, ParseResult commandLine, CancellationToken cancel)
    {
        if (commandLine.GetValue(Revoke) && Forget(id, commandLine))
            return ExitCode.Done;

        await using var session = Session.Open(commandLine);
        var plugins = session.Engine.Plugins;
        var plugin = plugins.Find(id) ?? throw new WrongUseException(
            $"The workspace names no plugin \"{id}\".{Nearest.Hint(id, plugins.All.Select(known => known.Id))} A folder is written with a separator: pluginhost trust ./{id}");
        if (commandLine.GetValue(Revoke))
            throw new WrongUseException(plugin.Origin == PluginOrigin.Bundled ? $"{id} comes with PluginHost and is part of it. {id}: off in plugins.yaml switches it off." : $"{id} was not accepted, so there is nothing to take back.");

        if (commandLine.GetValue(Show))
        {
            Tell(PluginOffer.Of(plugin).Lines);
            return ExitCode.Done;
        }

        return await AcceptAsync(plugin, session, commandLine, cancel);
    }

    private static async Task<int> AcceptAsync(KnownPlugin plugin, Session session, ParseResult commandLine, CancellationToken cancel)
    {
        if (plugin.Restriction is not { } restriction)
        {
            session.Tell(plugin.IsUsable ? $"{plugin.Id} may run already." : $"{plugin.Id} cannot be used: {plugin.Refusal ?? "it is switched off in plugins.yaml."}");
            return plugin.IsUsable ? ExitCode.Done : ExitCode.Failed;
        }

        if (restriction.Kind == RestrictionKind.Workspace)
            throw new WrongUseException($"{plugin.Id} cannot run: {restriction.Reason}");

        if (commandLine.GetValue(Yes))
            Tell(PluginOffer.Of(plugin).Lines);
        else if (!TrustQuestion.CanAsk)
            throw new WrongUseException($"Nobody is there to be asked. \"pluginhost trust {plugin.Id} --show\" tells what it wants, \"pluginhost trust {plugin.Id} --yes\" accepts it.");
        else if (!await TrustQuestion.AskAsync(plugin, cancel))
            throw new WrongUseException($"{plugin.Id} was not accepted.");

        await session.Engine.AcceptAsync(plugin, cancel);
        session.Tell($"{plugin.Id} may run.");
        return ExitCode.Done;
    }

    private static int RevokeFolder(WorkspaceTrust trust)
    {
        var wasTrusted = trust.Book.RevokeWorkspace(trust.Folder);
        if (trust.IsByEnvironment)
            throw new WrongUseException($"{trust.Folder} is trusted by {GivenTrust.Variable}, which this program cannot change.");

        Tell([wasTrusted ? $"{trust.Folder} is not trusted any more." : $"{trust.Folder} was not trusted."]);
        return ExitCode.Done;
    }

    // By the book alone: what is no longer in any workspace can be taken back, too.
    private static bool Forget(string id, ParseResult commandLine)
    {
        var book = WorkspaceTrust.Of(TrustQuestion.OptionsFor(commandLine)).Book;
        var known = book.Plugins.Where(consent => consent.Plugin == id).ToList();
        foreach (var consent in known)
        {
            book.Revoke(consent);
            Tell([consent.Folder is null ? $"{id} is not accepted any more." : $"{id} in {consent.Folder} is not accepted any more."]);
        }

        return known.Count > 0;
    }

    // A plugin's id has no separator. A folder that is called like one is written with it.
    private static bool IsFolder(string what) =>
        what is "." or ".." || what.Contains('/', StringComparison.Ordinal) || what.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal) || Path.IsPathRooted(what);

    private static (Engine.EngineOptions Options, string Folder) WorkspaceAt(string? what, ParseResult commandLine)
    {
        if (what is null)
        {
            var found = TrustQuestion.OptionsFor(commandLine);
            return (found, Path.GetDirectoryName(found.WorkspaceFile)!);
        }

        var folder = Path.GetFullPath(what);
        if (!Directory.Exists(folder) && !commandLine.GetValue(Revoke))
            throw new WrongUseException($"There is no folder {folder}.");

        var options = TrustQuestion.OptionsFor(commandLine) with { WorkspaceFile = Path.Combine(folder, Engine.Workspaces.WorkspaceFile.FileName) };
        return (options, folder);
    }

    private static void Tell(IEnumerable<string> lines)
    {
        foreach (var line in lines)
            Console.Out.WriteLine(Visible.Lines(line));
    }
}
