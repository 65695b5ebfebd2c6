namespace PluginHost.Listening.Queries;

/// <summary>Somebody of a list has said it. Who that is, is put in before anything is matched: lists change, queries do not.</summary>
internal sealed record ListTerm(string List) : QueryNode;
