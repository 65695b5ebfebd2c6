namespace PluginHost.Engine.Scripting;

/// <summary>A script's packages could not be had. The message says why, and what to do.</summary>
/// <param name="message">What a person reads.</param>
/// <param name="id">The package that is to blame; empty where it is none, or any.</param>
internal sealed class PackageException(string message, string id = "") : Exception(message)
{
    public string Id { get; } = id;
}
