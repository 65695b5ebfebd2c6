namespace PluginHost.Engine.Plugins.Developing;

/// <summary>How a build has ended.</summary>
/// <param name="Succeeded">Whether there is an assembly.</param>
/// <param name="Words">The last of what it said; where there are no problems with places, this is the reason.</param>
internal sealed record BuildEnd(bool Succeeded, string Words);
