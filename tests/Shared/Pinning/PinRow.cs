namespace PluginHost.Testing;

/// <summary>Something that pins a plugin.</summary>
/// <param name="What">What it is, for people.</param>
/// <param name="Code">The code that does it.</param>
/// <param name="Told">What the analyzers call it when they tell its author.</param>
internal sealed record PinRow(string What, string Code, string Told);
