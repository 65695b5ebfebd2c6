using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting.Tests;

/// <summary>The profiles of the phone company, and one that only listens. A test may change them.</summary>
internal sealed class FakeProfiles : IProfiles
{
    public List<Profile> List { get; } =
    [
        Make("@telco", "press", "en"),
        Make("@telco_help", "support", "en"),
        Make("@telco_offers", "offers", "en"),
        Make("@telco_nb", "offers", "nb"),
        Make("@quiet", Profile.Listening, ""),
    ];

    public IReadOnlyList<Profile> All => List;

    public Profile this[string name] => List.Find(profile => profile.Name == name) ?? throw new WrongUseException($"There is no profile {name}.");

    public IReadOnlyList<Profile> For(string purpose) => List.FindAll(profile => profile.Purpose == purpose);

    private static Profile Make(string name, string purpose, string language) =>
        new() { Name = name, Network = "test", Handle = name[1..], Purpose = purpose, Language = language };
}
