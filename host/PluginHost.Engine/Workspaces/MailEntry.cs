namespace PluginHost.Engine.Workspaces;

/// <summary>The mail server.</summary>
public sealed record MailEntry
{
    public required string Server { get; init; }

    public required int Port { get; init; }

    /// <summary>The address that mails come from.</summary>
    public required string From { get; init; }
}
