using System.Globalization;
using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>
/// What happens to a profile, as a source of the stream <c>events/@profile</c>. Plugins that take from that stream open it with this source: the log is one, whichever
/// of them reads, so all must write it alike.
/// </summary>
public sealed class ProfileEvents : StreamSource
{
    private const string Prefix = "events/";
    private readonly IServices _services;
    private readonly Profile _profile;

    /// <summary>Makes the source of a profile's stream.</summary>
    /// <param name="services">Where the networks are found, at each page anew.</param>
    /// <param name="profile">To whom it happens.</param>
    public ProfileEvents(IServices services, Profile profile)
    {
        _services = services;
        _profile = profile;
    }

    /// <summary>The name of a profile's stream.</summary>
    /// <param name="profile">The profile.</param>
    /// <returns>The name: <c>events/@telco</c>.</returns>
    public static string NameOf(Profile profile) => Prefix + profile.Name;

    /// <summary>Reads an entry of the stream's log.</summary>
    /// <param name="told">The entry.</param>
    /// <returns>What happened; <see langword="null"/> for a gap, and for a kind that this version does not know: a newer program wrote it.</returns>
    public static NetworkEvent? Read(StreamEvent told)
    {
        if (told.Gap.Length > 0 || !Enum.TryParse<NetworkEventKind>(told.Data["kind"].ToString(), ignoreCase: true, out var kind))
            return null;

        return new NetworkEvent
        {
            Id = told.Id,
            Kind = kind,
            Handle = told.Data["handle"].ToString(),
            At = told.At,
            Post = TextOf(told.Data, "post"),
            Text = told.Data["text"].ToString(),
            RemoteId = TextOf(told.Data, "remoteId"),

            // A log that was written before there were these has neither.
            Name = TextOf(told.Data, "name") ?? "",
            Thread = TextOf(told.Data, "thread"),
        };
    }

    /// <inheritdoc />
    /// <exception cref="PluginHostException">The network does not tell what happens to the profile.</exception>
    public override async Task<StreamPage> ReadAsync(string? cursor, CancellationToken cancel)
    {
        var networks = await _services.GetAsync<INetworks>(cancel);
        var network = await networks.ForAsync(_profile, cancel);
        var listen = network.Listen ?? throw new PluginHostException($"The network {_profile.Network} does not tell what happens to {_profile.Name}.");
        var page = await listen.ReadAsync(_profile, cursor, cancel);
        return new StreamPage { Items = [.. page.Events.Select(ToItem)], Cursor = page.Cursor, QuietUntil = page.QuietUntil };
    }

    private static StreamItem ToItem(NetworkEvent happened) => new()
    {
        Id = happened.Id,
        At = happened.At,
        Data = Record.Of(
            ("kind", happened.Kind.ToString().ToLower(CultureInfo.InvariantCulture)),
            ("handle", happened.Handle),
            ("post", happened.Post),
            ("text", happened.Text),
            ("remoteId", happened.RemoteId),
            ("name", happened.Name.Length > 0 ? happened.Name : Value.Nothing),
            ("thread", happened.Thread)),
    };

    private static string? TextOf(Record data, string field) => data.Find(field) is TextValue text ? text.Text : null;
}
