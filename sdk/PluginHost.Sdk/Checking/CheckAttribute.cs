namespace PluginHost.Sdk;

/// <summary>
/// Makes a method of the plugin class a check that <c>pluginhost doctor</c> runs: whether what the plugin needs is there and fits together. The method takes
/// <see cref="IHost"/> and a <see cref="CancellationToken"/>, each only where it wants it, and returns an <see cref="IReadOnlyList{T}"/> of
/// <see cref="CheckProblem"/>, or a task of one; empty where all is well. It looks, and changes nothing. It has 30 seconds.
/// </summary>
/// <remarks>What settings name (<see cref="SettingAttribute.Names"/>), their types and whether the plugin can be activated, the host looks at by itself.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CheckAttribute : Attribute
{
    /// <summary>Makes one with its id and title.</summary>
    /// <param name="id">The id, under the plugin's own: <c>acme.shelves</c>.</param>
    /// <param name="title">What it looks at, as a person reads it: <c>The shelves and what lies on them</c>.</param>
    public CheckAttribute(string id, string title)
    {
        Id = id;
        Title = title;
    }

    /// <summary>The id, under the plugin's own.</summary>
    public string Id { get; }

    /// <summary>What it looks at, as a person reads it.</summary>
    public string Title { get; }
}
