namespace PluginHost.Sdk.Testing;

/// <summary>Whether a plugin has left the memory.</summary>
public sealed record UnloadReport
{
    /// <summary>Whether nothing of it is left.</summary>
    public required bool HasLeft { get; init; }

    /// <summary>What is known of what held it up or holds it still: faults on the way out, work that goes on, and what its code uses that is known to keep plugins in memory.</summary>
    /// <value>Empty: it left without a word, or nothing is known.</value>
    public IReadOnlyList<string> Causes { get; init => field = [.. value]; } = [];

    /// <summary>Throws where the plugin is still there.</summary>
    /// <exception cref="PluginHostException">It is; the message names what is known of the cause.</exception>
    public void Require()
    {
        if (!HasLeft)
            throw new PluginHostException(ToString());
    }

    /// <summary>The report as text, a cause a line.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => HasLeft
        ? "The plugin has left the memory."
        : string.Join("\n- ", Causes.Prepend("The plugin is still in memory: something holds an object or a type of it." + (Causes.Count == 0 ? " Nothing is known of what." : "")));
}
