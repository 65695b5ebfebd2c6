using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Inbox.Tests;

/// <summary>The profiles of a grocery chain, and one that only listens.</summary>
internal sealed class ShopProfiles : IProfiles
{
    public List<Profile> List { get; } = [Make("@grocer", "support"), Make("@grocer_news", "press"), Make("@quiet", Profile.Listening)];

    public IReadOnlyList<Profile> All => List;

    public Profile this[string name] => List.Find(profile => profile.Name == name) ?? throw new WrongUseException($"There is no profile {name}.");

    public IReadOnlyList<Profile> For(string purpose) => List.FindAll(profile => profile.Purpose == purpose);

    private static Profile Make(string name, string purpose) =>
        new() { Name = name, Network = "square", Handle = name[1..], Purpose = purpose, Language = "en" };
}
