namespace PluginHost.Engine.Secrets.Keys;

/// <summary>The place cannot, so that the next is asked.</summary>
/// <param name="Why">Why not, in words: <c>there is no secret-tool</c>.</param>
internal sealed record KeyNotHere(string Why) : KeyAnswer
{
    /// <summary>Whether it is for the person to give something, and nothing was given: nobody wants to read of that where there is more to say.</summary>
    public bool IsUngiven { get; init; }
}
