namespace PluginHost.Terminal;

/// <summary>A node that is seen: nodes above it are open.</summary>
internal readonly record struct TreeNode(string Key, int Depth);
