namespace PluginHost.Engine.Secrets.Keys;

/// <summary>The place cannot, so that the next is asked.</summary>
/// <param name="Why">Why not, in words: <c>there is no secret-tool</c>.</param>
internal sealed record KeyNotHere(string Why) : KeyAnswer;
