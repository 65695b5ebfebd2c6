namespace PluginHost.Listening.Queries;

/// <summary>One of these has said it. Handles stand without sign and capitals.</summary>
internal sealed record FromTerm(IReadOnlySet<string> Handles) : QueryNode;
