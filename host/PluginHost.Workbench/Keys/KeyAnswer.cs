namespace PluginHost.Workbench.Keys;

/// <summary>What keys lead to: a binding, or further keys, or neither.</summary>
/// <param name="Binding">What they run; null: nothing.</param>
/// <param name="Next">The bindings that further keys lead to.</param>
internal sealed record KeyAnswer(KeyBinding? Binding, IReadOnlyList<KeyBinding> Next)
{
    public static KeyAnswer Nothing { get; } = new(null, []);
}
