using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>What the workspace wants to have approved, as the settings say.</summary>
internal sealed record ApprovalRule
{
    public required ApprovalMode Mode { get; init; }

    /// <summary>The profiles, with their at signs, and the purposes that need it.</summary>
    /// <value>Empty: all do.</value>
    public IReadOnlyList<string> For { get; init; } = [];

    /// <summary>How long before a post is due its missing approval is warned of.</summary>
    public TimeSpan Warning { get; init; }

    /// <exception cref="WrongUseException">The setting is none of the three.</exception>
    public static ApprovalRule Read(ISettings settings) => new()
    {
        Mode = settings.Text("approval") switch
        {
            "none" => ApprovalMode.None,
            "required" => ApprovalMode.Required,
            "four-eyes" => ApprovalMode.FourEyes,
            var other => throw new WrongUseException($"The setting \"approval\" of posting is none, required or four-eyes, not \"{other}\"."),
        },
        For = settings.List("approval-for"),
        Warning = settings.Duration("approval-warning"),
    };

    public bool Needs(string profile, string purpose) =>
        Mode != ApprovalMode.None && (For.Count == 0 || For.Contains(profile) || (purpose.Length > 0 && For.Contains(purpose)));

    public bool Needs(Profile profile) => Needs(profile.Name, profile.Purpose);
}
