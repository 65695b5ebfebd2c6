using PluginHost.Listening.Folding;

namespace PluginHost.Listening.Queries;

/// <summary>The post has the word. One that was typed with marks asks for the exact form; else any form will do.</summary>
internal sealed record WordTerm(Word Word) : QueryNode;
