namespace PluginHost.Campaigns;

/// <summary>The post is certainly not there.</summary>
public sealed record NotThere : LookUpResult;
