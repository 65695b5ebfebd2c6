using PluginHost.Sdk;

namespace PluginHost.Campaigns.Tests.Fixtures;

/// <summary>Four profiles of a phone company.</summary>
internal sealed class FakeProfiles : IProfiles
{
    public IReadOnlyList<Profile> All { get; } =
    [
        Make("@press", "press", "en"),
        Make("@offers", "offers", "en"),
        Make("@tilbud", "offers", "nb"),
        Make("@mute", "", ""),
    ];

    public Profile this[string name] => All.FirstOrDefault(profile => profile.Name == name) ?? throw new WrongUseException($"There is no profile \"{name}\".");

    public IReadOnlyList<Profile> For(string purpose) => [.. All.Where(profile => profile.Purpose == purpose)];

    private static Profile Make(string name, string purpose, string language) =>
        new() { Name = name, Network = "square", Handle = name[1..], Purpose = purpose, Language = language };
}
