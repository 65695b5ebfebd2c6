using System.CommandLine;
using PluginHost.Engine;
using PluginHost.Engine.Plugins.Contributions;
using PluginHost.Printing;
using PluginHost.Sdk;

namespace PluginHost.CommandLine;

/// <summary>What the shell may offer: verbs, options, scripts, command ids, parameters. Where the workspace cannot be read, nothing of it.</summary>
internal static class Completions
{
    /// <summary>What may stand at the cursor, in order.</summary>
    public static IEnumerable<string> For(RootCommand root, TypedLine typed)
    {
        var words = WithoutOptions(typed.Words, out var workspace, out var isValue);
        if (isValue)
            return []; // a folder, which the shell knows better

        var verb = words.Count == 0 ? null : root.Subcommands.FirstOrDefault(command => command.Name == words[0]);
        var offers = typed.Begun.StartsWith('-') ? Misuse.OptionsOf((Command?)verb ?? root)
            : words.Count == 0 ? root.Subcommands.Where(command => !command.Hidden).Select(command => command.Name)
            : verb?.Name switch
            {
                "run" or "rehearse" or "test" when words.Count == 1 => Scripts(typed.Begun, workspace),
                "do" when words.Count == 1 => CommandIds(workspace),
                "globals" when words.Count == 1 => Open(workspace)?.Scripts.Globals.Select(global => global.Name) ?? [],
                "do" => Parameters(workspace, words),
                "completion" when words.Count == 1 => CompletionCommand.ShellNames,
                "plugins" when words.Count == 1 => verb.Subcommands.Select(command => command.Name),
                "plugins" when words.Count == 2 => Open(workspace)?.Plugins.All.Select(plugin => plugin.Id) ?? [],
                "profiles" or "vault" when words.Count == 1 => verb.Subcommands.Select(command => command.Name),
                "profiles" when words.Count == 2 && words[1] != "add" => Open(workspace)?.Profiles.All.Select(profile => profile.Name) ?? [],
                _ => [],
            };
        return offers.Where(offer => offer.StartsWith(typed.Begun, StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal);
    }

    /// <summary>The scripts here and in <c>scripts/</c>, as they would be typed.</summary>
    public static IEnumerable<string> ScriptPaths() => ScriptsIn("").Concat(ScriptsIn("scripts"));

    /// <summary>A command by its id; null where there is none, or no workspace.</summary>
    public static CommandContribution? FindCommand(string id, string? workspace) =>
        Open(workspace)?.Commands.All.FirstOrDefault(pair => pair.Command.Id == id)?.Command;

    private static List<string> WithoutOptions(IReadOnlyList<string> words, out string? workspace, out bool isValue)
    {
        var others = new List<string>();
        workspace = null;
        isValue = false;
        foreach (var word in words)
        {
            if (isValue)
                (workspace, isValue) = (word, false);
            else if (word is "--workspace" or "-w")
                isValue = true;
            else if (!word.StartsWith('-'))
                others.Add(word);
        }

        return others;
    }

    private static IEnumerable<string> Scripts(string begun, string? workspace)
    {
        var slash = begun.LastIndexOf('/');
        if (slash >= 0)
        {
            var folder = slash == 0 ? "/" : begun[..slash];
            return ScriptsIn(folder).Concat(FoldersIn(folder));
        }

        if (workspace is not null)
            return ScriptPaths().Concat(ScriptsIn(Path.Combine(workspace, "scripts")));

        // Folders only where somebody has begun to write one: the scripts are what is looked for.
        return ScriptPaths().Concat(begun.Length == 0 ? [] : FoldersIn("").Where(folder => folder != "scripts/"));
    }

    private static IEnumerable<string> ScriptsIn(string folder) =>
        Entries(folder, path => Directory.EnumerateFiles(path, "*.csx")).Select(name => Path.Combine(folder, name));

    private static IEnumerable<string> FoldersIn(string folder) =>
        Entries(folder, Directory.EnumerateDirectories).Where(name => !name.StartsWith('.')).Select(name => Path.Combine(folder, name) + "/");

    private static List<string> Entries(string folder, Func<string, IEnumerable<string>> list)
    {
        try
        {
            var path = folder.Length == 0 ? "." : folder;
            return Directory.Exists(path) ? [.. list(path).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal)] : [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static IEnumerable<string> CommandIds(string? workspace) =>
        Open(workspace) is { } engine ? engine.Commands.All.Select(pair => pair.Command.Id) : [];

    private static IEnumerable<string> Parameters(string? workspace, List<string> words) =>
        Open(workspace) is { } engine
            ? engine.Commands.All.Where(pair => pair.Command.Id == words[1])
                .SelectMany(pair => pair.Command.Parameters)
                .Select(parameter => $"{parameter.Name}=")
                .Where(parameter => !words.Exists(word => word.StartsWith(parameter, StringComparison.Ordinal)))
            : [];

    // Opening loads no plugin, so nothing needs to be closed.
    private static Engine.Engine? Open(string? workspace)
    {
        try
        {
            var options = new EngineOptions
            {
                WorkspaceFile = WorkspaceFinder.Find(workspace),
                User = UserFolders.OfPerson(),
                Person = new TerminalPerson(new ProgressLine(), json: false),
            };
            return PluginHost.Engine.Engine.Open(options) is EngineOpened { Engine: var engine } ? engine : null;
        }
        catch (WrongUseException)
        {
            return null;
        }
    }
}
