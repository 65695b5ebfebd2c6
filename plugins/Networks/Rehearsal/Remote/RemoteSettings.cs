using System.Globalization;
using System.Text;
using PluginHost.Sdk;

namespace PluginHost.Rehearsal;

/// <summary>What <c>plugins.yaml</c> says about the network in a process of its own: where it is, as what it behaves for whom, and what goes wrong.</summary>
internal sealed class RemoteSettings
{
    public static readonly string[] Kinds = [BlueskyManner.Kind, MastodonManner.Kind, MastodonManner.KindWithoutKeys, XManner.Kind];

    private static readonly string[] Troubles = ["slow", "late", "lost", "limited", "broken", "expired", "repeat-broken"];

    private readonly Dictionary<string, string> _kinds = new(StringComparer.Ordinal);
    private readonly ISettings _settings;
    private string? _troubles;

    private RemoteSettings(ISettings settings, Uri? server, IReadOnlyList<string> like, TimeSpan landsWithin, TimeSpan keyLife)
    {
        _settings = settings;
        Server = server;
        LandsWithin = landsWithin;
        KeyLife = keyLife;
        foreach (var entry in like)
        {
            var (profile, kind) = KindOf(entry);
            if (!_kinds.TryAdd(profile, kind))
                throw Wrong("like", $"names {profile} twice");
        }
    }

    /// <summary>Where it listens; null where there is none, and everybody speaks inside the workspace.</summary>
    public Uri? Server { get; }

    public TimeSpan LandsWithin { get; }

    public TimeSpan KeyLife { get; }

    /// <summary>How long an answer is waited for. It leaves the network as long again to carry out late what was given up.</summary>
    public TimeSpan Patience => LandsWithin / 2;

    /// <exception cref="WrongUseException">A setting says what it must not.</exception>
    public static RemoteSettings Read(ISettings settings)
    {
        var address = settings.Text("server");
        var like = settings.List("like");
        Uri? server = null;
        if (address.Length > 0 && (!Uri.TryCreate(address, UriKind.Absolute, out server) || server.Scheme is not ("http" or "https")))
            throw Wrong("server", $"is \"{address}\"; give the address that the server prints, such as http://127.0.0.1:5080, or leave it empty");

        if (server is null && like.Count > 0)
            throw Wrong("like", "says how a server behaves, and the setting server is empty; start one and give its address, or leave like out");

        var landsWithin = settings.Duration("lands-within");
        var keyLife = settings.Duration("key-life");
        if (landsWithin < TimeSpan.FromMilliseconds(20) || landsWithin > TimeSpan.FromMinutes(10))
            throw Wrong("lands-within", $"is {Text(landsWithin)}; take 20ms to 10m");

        if (keyLife < 2 * landsWithin)
        {
            throw Wrong(
                "key-life", $"is {Text(keyLife)}; take at least twice lands-within, which is {Text(landsWithin)}, or no repeat would ever be safe");
        }

        foreach (var trouble in Troubles)
        {
            if (settings.Number(trouble) is < 0 or > 1)
                throw Wrong(trouble, $"is {Text(settings.Number(trouble))}; a chance is a number from 0 to 1");
        }

        if (settings.Number("allowance") is < 1 or > 1_000_000_000)
            throw Wrong("allowance", $"is {Text(settings.Number("allowance"))}; take a number from 1 to 1000000000");

        return new RemoteSettings(settings, server, like, landsWithin, keyLife);
    }

    /// <summary>As what the server behaves for a profile; null where the profile speaks inside the workspace.</summary>
    public string? KindFor(string profile) => _kinds.GetValueOrDefault(profile);

    /// <summary>What the server is told with each request.</summary>
    public string HeaderAt(DateTimeOffset now) =>
        string.Create(CultureInfo.InvariantCulture, $"{_troubles ??= TroublesOf()}, sent={now.ToUnixTimeMilliseconds()}");

    private string TroublesOf()
    {
        var text = new StringBuilder();
        foreach (var trouble in Troubles)
            text.Append(CultureInfo.InvariantCulture, $"{trouble}={_settings.Number(trouble)}, ");

        return text.Append(CultureInfo.InvariantCulture, $"allowance={decimal.Truncate(_settings.Number("allowance"))}, ")
            .Append(CultureInfo.InvariantCulture, $"lands-within={LandsWithin.TotalMilliseconds:0}, key-life={KeyLife.TotalMilliseconds:0}, ")
            .Append(CultureInfo.InvariantCulture, $"patience={Patience.TotalMilliseconds:0}")
            .ToString();
    }

    private static (string Profile, string Kind) KindOf(string entry)
    {
        var equals = entry.IndexOf('=', StringComparison.Ordinal);
        var profile = equals > 0 ? entry[..equals].Trim() : "";
        var kind = entry[(equals + 1)..].Trim();
        if (profile.Length < 2 || profile[0] != '@')
            throw Wrong("like", $"has \"{entry}\"; write a profile and what the network is like for it, such as \"@telco=mastodon\"");

        return Array.IndexOf(Kinds, kind) >= 0
            ? (profile, kind)
            : throw Wrong("like", $"has \"{entry}\", and there is no \"{kind}\", only {string.Join(", ", Kinds)}.{Nearest.Hint(kind, Kinds)}");
    }

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###}s");

    private static WrongUseException Wrong(string setting, string what) => new($"The setting {setting} of rehearsal {what}.");
}
