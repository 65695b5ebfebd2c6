using System.CommandLine;
using System.CommandLine.Completions;
using PluginHost.Engine;
using PluginHost.Engine.Workspaces;
using PluginHost.Printing;

namespace PluginHost.CommandLine;

/// <summary>What the shell may offer: scripts, command ids, parameters. Where the workspace cannot be read, nothing.</summary>
internal static class Completions
{
    public static IEnumerable<CompletionItem> Scripts(string begun) =>
        ScriptPaths().Where(path => path.StartsWith(begun, StringComparison.Ordinal)).Select(path => new CompletionItem(path));

    /// <summary>The scripts here and in <c>scripts/</c>, as they would be typed.</summary>
    public static IEnumerable<string> ScriptPaths() => new[] { ".", "scripts" }
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csx"))
        .Select(path => Path.GetRelativePath(".", path))
        .Order(StringComparer.Ordinal);

    public static IEnumerable<CompletionItem> CommandIds(CompletionContext context) =>
        Open(context) is { } engine ? engine.Commands.All.Select(pair => new CompletionItem(pair.Command.Id, detail: pair.Command.Title)) : [];

    public static IEnumerable<CompletionItem> Parameters(CompletionContext context, string? command) =>
        Open(context) is { } engine
            ? engine.Commands.All.Where(pair => pair.Command.Id == command)
                .SelectMany(pair => pair.Command.Parameters)
                .Select(parameter => new CompletionItem($"{parameter.Name}=", detail: parameter.Question))
            : [];

    // Opening loads no plugin, so nothing needs to be closed.
    private static Engine.Engine? Open(CompletionContext context)
    {
        var folder = Path.GetFullPath(context.ParseResult.GetValue(Common.Workspace) ?? ".");
        return WorkspaceFile.Find(folder) is { } file
            && PluginHost.Engine.Engine.Open(new EngineOptions { WorkspaceFile = file, User = UserFolders.OfPerson(), Person = new TerminalPerson() })
                is EngineOpened { Engine: var engine }
            ? engine
            : null;
    }
}
