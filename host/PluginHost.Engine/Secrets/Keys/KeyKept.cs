namespace PluginHost.Engine.Secrets.Keys;

/// <summary>The place will open it, by a row that is not in the store yet.</summary>
/// <param name="Row">The row.</param>
internal sealed record KeyKept(KeyRow Row) : KeyAnswer;
