namespace PluginHost.Engine.Campaigns.Occurrences;

/// <summary>What comes of a person's wish to start a run or to go on with one: it is decided in the store, so that two who wish at once do not both get theirs.</summary>
public abstract record Turn;
