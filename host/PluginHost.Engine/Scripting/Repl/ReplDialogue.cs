using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>
/// What a person enters into a REPL, be it C# or one of its own commands, and what is to be shown for it. It neither reads nor draws: whoever does, on a
/// terminal, in a pipe or in the workbench, says the same.
/// </summary>
public sealed class ReplDialogue(Repl repl, Func<IReadOnlyList<DescribedGlobal>> globals) : IAsyncDisposable
{
    // From here on it is said how near the limit is.
    private const int Near = Repl.Limit - 10;

    private static readonly (string Name, string Usage, string What)[] Commands =
    [
        ("help", ":help [name]", "tells what can be entered, or about one global"),
        ("load", ":load FILE", "runs a script's file here: what it declares stays"),
        ("quit", ":quit", "leaves"),
        ("reset", ":reset", "begins anew: what was declared is forgotten"),
    ];

    /// <summary>Whether a text is whole; where it is not, it wants more lines.</summary>
    public static bool IsComplete(string text) => IsCommand(text) || Repl.IsComplete(text);

    /// <summary>Takes what was entered.</summary>
    /// <param name="text">A whole text.</param>
    /// <param name="cancel">Asks it to stop.</param>
    public async Task<ReplAnswer> EnterAsync(string text, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new ReplAnswer();

        return IsCommand(text) ? await DoAsync(text.Trim()[1..], cancel) : await RunAsync(text, cancel);
    }

    /// <summary>What could be written at the end of a text that is begun.</summary>
    public async Task<IReadOnlyList<string>> CompleteAsync(string text, CancellationToken cancel)
    {
        if (!IsCommand(text))
            return await repl.CompleteAsync(text, cancel);

        var words = text.TrimStart()[1..].Split(' ');
        return words switch
        {
            [var begun] => [.. Commands.Select(command => command.Name).Where(name => name.StartsWith(begun, StringComparison.Ordinal))],
            ["help", var begun] => [.. globals().Select(global => global.Name).Where(name => name.StartsWith(begun, StringComparison.OrdinalIgnoreCase))],
            ["load", var begun] => Files(begun),
            _ => [],
        };
    }

    /// <summary>Ends the REPL, with whatever goes on in it.</summary>
    public ValueTask DisposeAsync() => repl.DisposeAsync();

    private static bool IsCommand(string text) => text.AsSpan().TrimStart().StartsWith(':');

    private async Task<ReplAnswer> DoAsync(string command, CancellationToken cancel)
    {
        var blank = command.IndexOf(' ', StringComparison.Ordinal);
        var (name, rest) = blank < 0 ? (command, "") : (command[..blank], command[blank..].Trim());
        switch (name)
        {
            case "help":
                return Help(rest);
            case "load" when rest.Length > 0:
                return await LoadAsync(rest, cancel);
            case "load":
                return new ReplAnswer { Problem = ":load needs a file: :load lib/words.csx" };
            case "reset":
                await repl.ResetAsync();
                return new ReplAnswer { Note = "Begun anew." };
            case "quit":
                return new ReplAnswer { IsLeaving = true };
            default:
                return new ReplAnswer { Problem = $"There is no command \":{name}\".{Hint(name)} :help lists them." };
        }
    }

    private static string Hint(string name) =>
        Nearest.To(name, Commands.Select(command => command.Name)) is { } nearest ? $" Did you mean \":{nearest}\"?" : "";

    private ReplAnswer Help(string name)
    {
        var known = globals();
        if (name.Length == 0)
        {
            var lines = Commands.Select(command => $"  {command.Usage,-14} {command.What}");
            var text = $"Enter C#, as in a script: what you declare stays. Every script, and every entry here, sees these:\n\n"
                + $"{string.Join('\n', known.Select(global => $"  {global.Name,-14} {global.FirstSentence}"))}\n\n"
                + $"And these are for the REPL itself:\n\n{string.Join('\n', lines)}\n\n"
                + "Nothing of this is resumed: what is published or run here is done once, when it is entered.";
            return new ReplAnswer { Note = text };
        }

        return known.FirstOrDefault(global => global.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } found
            ? new ReplAnswer { Note = found.ToString() }
            : new ReplAnswer { Problem = $"There is no global \"{name}\".{Nearest.Hint(name, known.Select(global => global.Name))} :help lists them." };
    }

    private async Task<ReplAnswer> LoadAsync(string file, CancellationToken cancel)
    {
        var path = Path.GetFullPath(file, repl.Folder);
        if (!File.Exists(path))
            return new ReplAnswer { Problem = $"There is no file {path}." };

        return path.Contains('"', StringComparison.Ordinal)
            ? new ReplAnswer { Problem = $"{path} has a quote in its name, which C# cannot load. Rename it." }
            : await RunAsync($"#load \"{path}\"\n", cancel);
    }

    private async Task<ReplAnswer> RunAsync(string text, CancellationToken cancel) => await repl.EnterAsync(text, cancel) switch
    {
        ScriptDone done => new ReplAnswer
        {
            Value = done.Value,
            Note = repl.Count >= Near ? $"{repl.Count} of {Repl.Limit} entries. :reset begins anew, without what they have declared." : "",
        },
        ScriptStopped stopped => new ReplAnswer { Note = $"Stopped: {stopped.Reason}" },
        ScriptCancelled => new ReplAnswer { Problem = "Cancelled." },
        ScriptStuck => new ReplAnswer
        {
            Problem = "Cancelled, but it did not stop within 2 seconds: it is left behind, and ends with the program. The REPL begins anew; what was declared is gone.",
        },
        var other => new ReplAnswer { Problem = other.ToString() ?? "" },
    };

    private List<string> Files(string begun)
    {
        var folder = Path.GetFullPath(Path.GetDirectoryName(begun) ?? "", repl.Folder);
        try
        {
            return Directory.Exists(folder)
                ? [.. Directory.EnumerateFiles(folder, "*.csx").Select(path => Path.Combine(Path.GetDirectoryName(begun) ?? "", Path.GetFileName(path)))
                    .Where(path => path.StartsWith(begun, StringComparison.Ordinal)).Order(StringComparer.Ordinal)]
                : [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
