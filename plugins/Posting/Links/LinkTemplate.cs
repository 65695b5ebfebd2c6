using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting.Links;

/// <summary>
/// What is added to the links of a post, so that a site can tell where its visitors come from: <c>utm_source={network}&amp;utm_campaign={campaign}</c>. A
/// parameter that a link has already is left alone.
/// </summary>
internal sealed class LinkTemplate
{
    // A network that takes it for no link would not count it as one, and a browser opens it all the same.
    private static readonly NetworkRules Links = new() { Limit = int.MaxValue, Links = new LinkRules { Forms = LinkForms.WithScheme }, Source = "" };

    private static readonly string[] Names = ["network", "profile", "purpose", "language", "campaign"];

    private readonly IReadOnlyList<(string Name, string Value)> _parameters;
    private readonly IReadOnlyList<string> _hosts;

    private LinkTemplate(IReadOnlyList<(string Name, string Value)> parameters, IReadOnlyList<string> hosts) => (_parameters, _hosts) = (parameters, hosts);

    /// <summary>Reads a template as the settings have it.</summary>
    /// <param name="text">The parameters, as in a link; empty: none.</param>
    /// <param name="hosts">The sites whose links are meant, with all below them; empty: all.</param>
    /// <exception cref="WrongUseException">It is no template.</exception>
    public static LinkTemplate Read(string text, string hosts)
    {
        var parameters = text.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Split).ToList();
        foreach (var name in parameters.SelectMany(parameter => Placeholders.In(parameter.Value)).Where(name => !Names.Contains(name)))
            throw new WrongUseException($"The setting \"links\" of posting has {{{name}}}, which is nothing that is known of a post.{Nearest.Hint(name, Names)}");

        return new LinkTemplate(parameters, hosts.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    /// <summary>Adds the parameters to the links of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="profile">Who says it.</param>
    /// <param name="campaign">What it belongs to.</param>
    public LinkedText Apply(string text, Profile profile, string campaign)
    {
        var additions = new List<LinkAddition>();
        if (_parameters.Count > 0)
        {
            foreach (var piece in Links.Count(text).Pieces.Where(piece => piece.Kind == TextPieceKind.Link))
            {
                if (Add(text.Substring(piece.Start, piece.Length), piece.Start, profile, campaign) is { } addition)
                    additions.Add(addition);
            }
        }

        return new LinkedText(text, additions);
    }

    private LinkAddition? Add(string link, int start, Profile profile, string campaign)
    {
        if (!Uri.TryCreate(link, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || !IsMeant(uri.IdnHost))
            return null;

        var has = uri.Query.TrimStart('?').Split('&').Select(pair => pair.Split('=')[0]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var added = _parameters
            .Where(parameter => !has.Contains(parameter.Name))
            .Select(parameter => (parameter.Name, Value: Fill(parameter.Value, profile, campaign)))
            .Where(parameter => parameter.Value.Length > 0)
            .Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value)}")
            .ToList();
        if (added.Count == 0)
            return null;

        var fragment = link.IndexOf('#', StringComparison.Ordinal);
        var end = fragment < 0 ? link.Length : fragment;
        var query = link.AsSpan(0, end).Contains('?') ? (link[end - 1] is '?' or '&' ? "" : "&") : "?";
        return new LinkAddition(start + end, query + string.Join('&', added));
    }

    private bool IsMeant(string host) => _hosts.Count == 0
        || _hosts.Any(meant => host.Equals(meant, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + meant, StringComparison.OrdinalIgnoreCase));

    private static string Fill(string value, Profile profile, string campaign) => Placeholders.Fill(value, name => name switch
    {
        "network" => profile.Network,
        "profile" => profile.Handle.TrimStart('@'),
        "purpose" => profile.Purpose,
        "language" => profile.Language,
        _ => campaign,
    });

    private static (string Name, string Value) Split(string parameter)
    {
        var end = parameter.IndexOf('=', StringComparison.Ordinal);
        return end > 0
            ? (parameter[..end], parameter[(end + 1)..])
            : throw new WrongUseException($"The setting \"links\" of posting has \"{parameter}\", which is no parameter. Write name=value, with & between two.");
    }
}
