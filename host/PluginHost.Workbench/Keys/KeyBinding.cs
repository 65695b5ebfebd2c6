using PluginHost.Sdk;
using PluginHost.Workbench.Conditions;

namespace PluginHost.Workbench.Keys;

/// <summary>A key, what it runs, and who says so.</summary>
/// <param name="Chord">The key.</param>
/// <param name="Command">The command; null: the key does nothing, whoever else binds it.</param>
/// <param name="When">When it holds; null: always.</param>
/// <param name="Owner">Who binds it, as a person reads it: a plugin's id, <c>plugins.yaml(4)</c>.</param>
/// <param name="Rank">Whose wins.</param>
internal sealed record KeyBinding(KeyChord Chord, CommandCall? Command, WhenClause? When, string Owner, KeyRank Rank);
