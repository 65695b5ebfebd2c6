using System.CommandLine;
using PluginHost.Engine;
using PluginHost.Engine.Plugins;
using PluginHost.Engine.Trust;
using PluginHost.Printing;
using PluginHost.Sdk;

namespace PluginHost.CommandLine;

/// <summary>
/// Asks the person at the terminal whether what is about to run may. Where nobody is there to read the question nothing is asked, and an answer out of a pipe is
/// none: it may be a script's.
/// </summary>
internal static class TrustQuestion
{
    /// <summary>Whether there is somebody to ask.</summary>
    public static bool CanAsk => !Console.IsInputRedirected && !Console.IsErrorRedirected;

    /// <summary>Sees to it that the workspace is trusted before something of it is run. A file that cannot be read is left to whoever opens it.</summary>
    /// <exception cref="WrongUseException">It is not trusted.</exception>
    public static async Task DemandAsync(ParseResult commandLine, CancellationToken cancel)
    {
        var options = OptionsFor(commandLine);
        if (WorkspaceTrust.Of(options) is { IsGiven: false } trust && WorkspaceOffer.Read(options) is { } offer)
        {
            await DemandAsync(trust, offer, cancel);
            offer.Accept(trust.Book, options.Clock.GetUtcNow());
        }
    }

    /// <summary>The same for a workspace that is open, which goes by the answer at once.</summary>
    /// <exception cref="WrongUseException">It is not trusted.</exception>
    public static async Task DemandAsync(Engine.Engine engine, CancellationToken cancel)
    {
        if (engine.Trust.IsGiven)
            return;

        var shown = engine.Offer;
        await DemandAsync(engine.Trust, shown, cancel);
        await engine.TrustAsync(shown, cancel);
    }

    /// <summary>Sees to it that the plugin behind a command may run, as far as the person can say so.</summary>
    /// <exception cref="WrongUseException">It may not.</exception>
    public static async Task DemandForAsync(string command, Engine.Engine engine, CancellationToken cancel)
    {
        if (engine.Plugins.All.FirstOrDefault(plugin => plugin.Restriction is not null && command.StartsWith(plugin.Id + ".", StringComparison.Ordinal)) is not { } restricted)
            return;

        if (restricted.Restriction!.Kind == RestrictionKind.Workspace)
            await DemandAsync(engine, cancel);

        // With trust in the workspace it may be accepted by now.
        if (engine.Plugins.Find(restricted.Id) is not { Restriction: not null } plugin)
            return;

        if (!CanAsk)
            throw new WrongUseException($"{command} cannot be run: {plugin.Restriction.Reason}");

        if (!await AskAsync(plugin, cancel))
            throw new WrongUseException($"{plugin.Id} was not accepted, so {command} was not run.");

        await engine.AcceptAsync(plugin, cancel);
    }

    /// <summary>Shows what a plugin wants and what it can do, and asks.</summary>
    public static async Task<bool> AskAsync(KnownPlugin plugin, CancellationToken cancel)
    {
        foreach (var line in PluginOffer.Of(plugin).Lines)
            Console.Error.WriteLine(Visible.Lines(line));

        return await ConfirmAsync($"Let {plugin.Id} run?", cancel);
    }

    /// <summary>How the workspace is opened to see what it would run.</summary>
    public static EngineOptions OptionsFor(ParseResult commandLine) => new()
    {
        WorkspaceFile = WorkspaceFinder.Find(commandLine.GetValue(Common.Workspace)),
        User = UserFolders.OfPerson(),
        Person = new TerminalPerson(new ProgressLine(), json: false),
    };

    private static async Task DemandAsync(WorkspaceTrust trust, WorkspaceOffer offer, CancellationToken cancel)
    {
        if (!CanAsk)
            throw new WrongUseException($"{trust.WhyNot} Where nobody is asked, {GivenTrust.Variable}=all or {GivenTrust.Variable}={trust.Folder} does.");

        foreach (var line in offer.Lines)
            Console.Error.WriteLine(Visible.Lines(line));

        if (!await ConfirmAsync($"This folder's scripts and plugins run as you. Trust {trust.Folder}?", cancel))
            throw new WrongUseException($"{trust.Folder} is not trusted. Nothing of it was run.");
    }

    private static async Task<bool> ConfirmAsync(string question, CancellationToken cancel)
    {
        try
        {
            return await new TerminalPerson(new ProgressLine(), json: false).ForConfirmAsync(question, cancel);
        }
        catch (NobodyAnswersException)
        {
            // The end of the input, as by Ctrl+D.
            return false;
        }
    }
}
