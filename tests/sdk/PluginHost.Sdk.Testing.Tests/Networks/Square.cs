using PluginHost.Campaigns;

namespace PluginHost.Sdk.Testing.Tests.Networks;

/// <summary>A service that networks speak to: what is said there, and how it treats the next post.</summary>
internal sealed class Square(TimeProvider clock)
{
    public List<(string Name, string Key, string Text, DateTimeOffset At)> Posts { get; } = [];

    public List<NetworkEvent> Events { get; } = [];

    public List<PublicPost> Public { get; } = [];

    public List<(string List, string Handle)> Listed { get; } = [];

    public HashSet<string> Liked { get; } = [];

    public bool LosesNext { get; set; }

    public bool RefusesNext { get; set; }

    public bool LimitsNext { get; set; }

    public TimeProvider Clock => clock;

    public string Publish(string key, string text)
    {
        Posts.Add(($"post{Posts.Count + 1}", key, text, clock.GetUtcNow()));
        return Posts[^1].Name;
    }

    public bool Take(Func<Square, bool> trouble, Action<Square> gone)
    {
        var isSo = trouble(this);
        gone(this);
        return isSo;
    }
}
