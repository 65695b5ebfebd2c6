namespace PluginHost.Listening.Queries;

/// <summary>The post is in the language, as its author or the network states it. <c>no</c> stands for both ways to write Norwegian.</summary>
internal sealed record LanguageTerm(string Language) : QueryNode;
