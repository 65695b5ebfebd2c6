namespace PluginHost.Sdk;

/// <summary>
/// Makes a method of the plugin class a view: data that the workbench draws. The method takes <see cref="IHost"/> and a
/// <see cref="CancellationToken"/>, each only where it wants it, and returns a <see cref="View"/> or a <see cref="Table"/>, or a task of one.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ViewAttribute : Attribute
{
    /// <summary>Makes one with its id, title and place.</summary>
    /// <param name="id">The id, under the plugin's id.</param>
    /// <param name="title">The title, as a person reads it.</param>
    /// <param name="area">Where it opens.</param>
    public ViewAttribute(string id, string title, Area area)
    {
        Id = id;
        Title = title;
        Area = area;
    }

    /// <summary>The id, under the plugin's id.</summary>
    public string Id { get; }

    /// <summary>The title, as a person reads it.</summary>
    public string Title { get; }

    /// <summary>Where it opens.</summary>
    public Area Area { get; }

    /// <summary>
    /// What an empty view says: one sentence and the keys that fill it. <c>{acme.notes.add}</c> stands for the key of that command.
    /// </summary>
    /// <value>Empty.</value>
    public string Welcome { get; set; } = "";

    /// <summary>When it is shown, over context keys.</summary>
    /// <value><see langword="null"/>: always.</value>
    public string? When { get; set; }
}
