namespace PluginHost.Sdk;

/// <summary>
/// Makes a method of the plugin class a service that runs as long as the workspace is served (<c>pluginhost serve</c>, the screen), in each process that
/// serves it. The method takes <see cref="IHost"/> and a <see cref="CancellationToken"/>, each only where it wants it, and returns a task that ends
/// when the token is cancelled. One that ends or throws before is started again, after a pause that grows.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BackgroundServiceAttribute : Attribute
{
    /// <summary>Makes one with its id and title.</summary>
    /// <param name="id">The id, under the plugin's own: <c>posting.worker</c>.</param>
    /// <param name="title">What it does, as a person reads it: <c>Sends what is due</c>.</param>
    public BackgroundServiceAttribute(string id, string title)
    {
        Id = id;
        Title = title;
    }

    /// <summary>The id, under the plugin's own.</summary>
    public string Id { get; }

    /// <summary>What it does, as a person reads it.</summary>
    public string Title { get; }
}
