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

    public bool Needs(Profile profile) => Mode != ApprovalMode.None && (For.Count == 0 || For.Any(name => IsMeant(name, profile)));

    /// <summary>What is wrong with the names: one that nobody bears would let out what was to be approved.</summary>
    /// <param name="profiles">The profiles of the workspace.</param>
    /// <returns>The words; null: nothing is.</returns>
    public string? WhyUnclear(IReadOnlyList<Profile> profiles) =>
        Mode != ApprovalMode.None && For.FirstOrDefault(name => !profiles.Any(profile => IsMeant(name, profile))) is { } unknown
            ? $"The setting \"approval-for\" of posting names \"{unknown}\", which is neither a profile nor a purpose of this workspace."
                + Nearest.Hint(unknown, profiles.Select(profile => profile.Name).Concat(profiles.Select(profile => profile.Purpose).Where(purpose => purpose.Length > 0)))
            : null;

    private static bool IsMeant(string name, Profile profile) =>
        string.Equals(name, profile.Name, StringComparison.OrdinalIgnoreCase)
        || (profile.Purpose.Length > 0 && string.Equals(name, profile.Purpose, StringComparison.OrdinalIgnoreCase));
}
