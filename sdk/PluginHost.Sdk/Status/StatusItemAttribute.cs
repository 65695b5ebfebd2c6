namespace PluginHost.Sdk;

/// <summary>Declares an item on the status bar. Its text is set through <see cref="IHost.Status"/>.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class StatusItemAttribute : Attribute
{
    /// <summary>Makes one with its id and its meaning.</summary>
    /// <param name="id">The id, under the plugin's id.</param>
    /// <param name="title">What it tells, for the list of items.</param>
    public StatusItemAttribute(string id, string title)
    {
        Id = id;
        Title = title;
    }

    /// <summary>The id, under the plugin's id.</summary>
    public string Id { get; }

    /// <summary>What it tells, for the list of items.</summary>
    public string Title { get; }

    /// <summary>Which items stay where there is little room: the higher ones.</summary>
    /// <value>0.</value>
    public int Priority { get; set; }

    /// <summary>The id of the command that a click runs.</summary>
    /// <value><see langword="null"/>: none.</value>
    public string? Command { get; set; }
}
