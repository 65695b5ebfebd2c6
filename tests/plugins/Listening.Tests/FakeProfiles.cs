using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Listening.Tests;

/// <summary>Two profiles that speak and one that only listens, on one network. A test may change them.</summary>
internal sealed class FakeProfiles : IProfiles
{
    public List<Profile> List { get; } = [Make("@telco", "press"), Make("@telco_help", "support"), Make("@quiet", Profile.Listening)];

    public IReadOnlyList<Profile> All => List;

    public Profile this[string name] => List.Find(profile => profile.Name == name) ?? throw new WrongUseException($"There is no profile {name}.");

    public IReadOnlyList<Profile> For(string purpose) => List.FindAll(profile => profile.Purpose == purpose);

    public static Profile Make(string name, string purpose) => new() { Name = name, Network = "test", Handle = name[1..], Purpose = purpose };
}
