using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>What is to be shown for something that was entered.</summary>
public sealed record ReplAnswer
{
    /// <summary>The result; nothing where there is none.</summary>
    public Value Value { get; init; } = Value.Nothing;

    /// <summary>What went wrong, with its place; empty where nothing did.</summary>
    public string Problem { get; init; } = "";

    /// <summary>What else there is to say; empty where there is nothing.</summary>
    public string Note { get; init; } = "";

    /// <summary>Whether the person wants to leave.</summary>
    public bool IsLeaving { get; init; }
}
