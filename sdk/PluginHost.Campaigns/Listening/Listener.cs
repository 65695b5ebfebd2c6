namespace PluginHost.Campaigns;

/// <summary>
/// The script global <c>Listen</c>: <c>await foreach (var match in Listen("acme AND (slow OR down)").Until(Today.At("18:00")))</c>. It hears what is said from the moment at
/// which the first match is waited for.
/// </summary>
/// <param name="query">The query, in the grammar of <c>listening.add</c>.</param>
/// <returns>The matches, as they come.</returns>
public delegate ScriptMatches Listener(string query);
