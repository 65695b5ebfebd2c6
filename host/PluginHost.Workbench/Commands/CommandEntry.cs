using System.Collections.ObjectModel;
using PluginHost.Engine.Plugins.Contributions;
using PluginHost.Sdk;
using PluginHost.Workbench.Conditions;

namespace PluginHost.Workbench.Commands;

/// <summary>A command as the workbench knows it: a plugin's, or one of its own.</summary>
internal sealed record CommandEntry
{
    public required string Id { get; init; }

    /// <summary>The title, as a person reads it.</summary>
    public required string Title { get; init; }

    public string Description { get; init; } = "";

    /// <summary>The id of the plugin that contributes it; <c>workbench</c> for its own.</summary>
    public string Owner { get; init; } = "workbench";

    /// <summary>When it is on; null: always.</summary>
    public WhenClause? When { get; init; }

    public IReadOnlyList<ParameterContribution> Parameters { get; init; } = [];

    /// <summary>What is wrong with an answer to the question for a parameter, by the parameter's name; null where nothing is.</summary>
    public IReadOnlyDictionary<string, Func<string, string?>> Checks { get; init; } = ReadOnlyDictionary<string, Func<string, string?>>.Empty;

    /// <summary>Says before anything is asked what stands against running it; null where nothing does.</summary>
    public Func<string?> Refusal { get; init; } = () => null;

    /// <summary>The id of the command that takes back what it does; null: none.</summary>
    public string? Undo { get; init; }

    /// <summary>The id of the command that says what it is about to do, which is asked first; null: it runs at once.</summary>
    public string? Confirm { get; init; }

    /// <summary>Of a command that takes a number: what stands behind that, in words for its key; null: nothing does.</summary>
    public Func<int, string?>? Behind { get; init; }

    /// <summary>Runs it. One that <see cref="IsQuick"/> is called on the renderer's thread and has ended when it returns; any other off it, as a job.</summary>
    public required Func<Record, CancellationToken, Task<Value>> Run { get; init; }

    public bool IsQuick { get; init; }

    /// <summary>Whether it is for keys and clicks alone, and not offered by name.</summary>
    public bool IsHidden { get; init; }

    /// <summary>A command of the workbench that is done at once, on the renderer's thread.</summary>
    public static CommandEntry Quick(string id, string title, Action work) => new()
    {
        Id = id,
        Title = title,
        IsQuick = true,
        Run = (_, _) =>
        {
            work();
            return Task.FromResult(Value.Nothing);
        },
    };
}
