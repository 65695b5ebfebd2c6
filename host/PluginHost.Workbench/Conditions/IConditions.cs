using PluginHost.Sdk;

namespace PluginHost.Workbench.Conditions;

/// <summary>The context keys that conditions are about, with their values now, and what is needed to say a condition in words.</summary>
internal interface IConditions
{
    /// <summary>The value of a key; nothing where it was never set.</summary>
    Value this[string key] { get; }

    /// <summary>What a key means, as whoever declares it says: <c>Whether the notes are locked.</c> Null: nobody declares it.</summary>
    string? MeaningOf(string key);

    /// <summary>The title of a view; its id where it has none.</summary>
    string TitleOf(string view);
}
