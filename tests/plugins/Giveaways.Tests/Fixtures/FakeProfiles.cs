using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Giveaways.Tests.Fixtures;

/// <summary>The profiles of the phone company, and one that only listens.</summary>
internal sealed class FakeProfiles : IProfiles
{
    public string Network { get; init; } = "test";

    public IReadOnlyList<Profile> All => field ??=
        [Make("@telco", "press", "en"), Make("@telco_offers", "offers", "en"), Make("@telco_nb", "offers", "nb"), Make("@quiet", Profile.Listening, "")];

    public Profile this[string name] => All.FirstOrDefault(profile => profile.Name == name) ?? throw new WrongUseException($"There is no profile {name}.");

    public IReadOnlyList<Profile> For(string purpose) => [.. All.Where(profile => profile.Purpose == purpose)];

    private Profile Make(string name, string purpose, string language) =>
        new() { Name = name, Network = Network, Handle = name[1..], Purpose = purpose, Language = language };
}
