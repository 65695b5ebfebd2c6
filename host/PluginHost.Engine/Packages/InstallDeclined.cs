namespace PluginHost.Engine.Packages;

/// <summary>The person does not want it.</summary>
internal sealed record InstallDeclined : InstallResult;
