namespace PluginHost.Engine.Secrets.Keys;

/// <summary>A place that the workspace's key can be opened with.</summary>
internal interface IKeyPlace
{
    /// <summary>Its name, as <c>vault:</c> in <c>plugins.yaml</c> and <c>PLUGINHOST_VAULT</c> have it.</summary>
    string Name { get; }

    /// <summary>For people: what it is.</summary>
    string Title { get; }

    /// <summary>Whether somebody has to be there.</summary>
    bool Asks { get; }

    /// <summary>Opens the workspace's key.</summary>
    /// <exception cref="Sdk.PluginHostException">What the person has given is wrong, so that nobody else is asked.</exception>
    Task<KeyAnswer> OpenAsync(IReadOnlyList<KeyRow> rows, CancellationToken cancel);

    /// <summary>Keeps what opens the workspace's key from now on.</summary>
    Task<KeyAnswer> KeepAsync(SealingKey key, CancellationToken cancel);
}
