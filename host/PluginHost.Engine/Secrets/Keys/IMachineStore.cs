namespace PluginHost.Engine.Secrets.Keys;

/// <summary>A key store of the operating system. It keeps what a workspace's key is closed with, on this machine and for this person.</summary>
internal interface IMachineStore
{
    /// <summary>Its name: <c>libsecret</c>.</summary>
    string Name { get; }

    /// <summary>For people: what it is.</summary>
    string Title { get; }

    /// <summary>Finds what is filed under a name.</summary>
    /// <returns>Null where there is nothing of it.</returns>
    /// <exception cref="NoMachineStoreException">It cannot be asked here.</exception>
    Task<byte[]?> FindAsync(string holder, CancellationToken cancel);

    /// <summary>Files something under a name.</summary>
    /// <exception cref="NoMachineStoreException">It cannot be asked here.</exception>
    Task KeepAsync(string holder, byte[] bytes, CancellationToken cancel);
}
