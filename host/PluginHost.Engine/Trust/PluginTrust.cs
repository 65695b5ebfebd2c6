using PluginHost.Engine.Plugins;

namespace PluginHost.Engine.Trust;

/// <summary>
/// Says which plugins of a workspace may run. Those beside the program are part of it. An installed one runs with the files and needs that were accepted. One that
/// <c>plugins.yaml</c> names by its folder is built anew all the time: it runs where the workspace is trusted and its needs were accepted.
/// </summary>
internal sealed class PluginTrust(TrustBook book, GivenTrust given, bool isWorkspaceTrusted)
{
    /// <summary>A plugin as it may be used: the same, or restricted. One that could not be used anyway keeps that reason.</summary>
    public KnownPlugin Judge(KnownPlugin plugin) =>
        plugin is { Entry.On: true, Origin: PluginOrigin.Installed or PluginOrigin.Path } && Restrict(plugin) is { } restriction
            ? plugin with { Restriction = restriction, Refusal = plugin.Refusal ?? restriction.Reason }
            : plugin;

    /// <summary>What was accepted when the person accepts a plugin as it is now.</summary>
    public static PluginConsent ConsentTo(KnownPlugin plugin, DateTimeOffset now) => plugin.Origin == PluginOrigin.Path
        ? new PluginConsent { Plugin = plugin.Id, Folder = plugin.Folder, Needs = Need.Acceptable(plugin.Manifest!.Needs), Since = now }
        : new PluginConsent
        {
            Plugin = plugin.Id,
            Needs = Need.Acceptable(plugin.Manifest!.Needs),
            Sha512 = PluginContent.Sha512Of(plugin.Folder),
            Stamp = PluginContent.StampOf(plugin.Folder),
            Since = now,
        };

    private Restriction? Restrict(KnownPlugin plugin)
    {
        if (given.IsAll)
            return null;

        if (!isWorkspaceTrusted)
        {
            return new Restriction
            {
                Kind = RestrictionKind.Workspace,
                Reason = "the workspace is not trusted, and only plugins that come with PluginHost run in it. \"pluginhost trust\" trusts it.",
            };
        }

        if (!plugin.IsUsable)
            return null;

        return plugin.Origin == PluginOrigin.Path ? RestrictByFolder(plugin) : RestrictByContent(plugin);
    }

    private Restriction? RestrictByFolder(KnownPlugin plugin)
    {
        // Without needs there is nothing to accept beyond what trust in the workspace is.
        var needs = Need.Acceptable(plugin.Manifest!.Needs);
        return needs.Count == 0 || given.Covers(CanonicalFolder.Of(plugin.Folder)) ? null : RestrictByNeeds(plugin, needs, book.FindConsent(plugin.Id, plugin.Folder));
    }

    private Restriction? RestrictByContent(KnownPlugin plugin)
    {
        var known = book.FindConsents(plugin.Id);
        if (IsAsAccepted(plugin, known))
            return null;

        // What it wants is known from the version before, where there was one.
        var before = known.Count > 0 ? known[0] : null;
        return RestrictByNeeds(plugin, Need.Acceptable(plugin.Manifest!.Needs), before) ?? new Restriction
        {
            Kind = RestrictionKind.FilesChanged,
            KnownNeeds = before!.Needs,
            Reason = $"its files are not those that you have accepted: something other than PluginHost changed them. {Accepting(plugin)}",
        };
    }

    private static Restriction? RestrictByNeeds(KnownPlugin plugin, IReadOnlyList<string> needs, PluginConsent? consent)
    {
        var more = needs.Except(consent?.Needs ?? [], StringComparer.Ordinal).ToList();
        if (consent is not null && more.Count == 0)
            return null;

        var wants = string.Join("; to ", more.Select(Need.WordsOf));
        return new Restriction
        {
            Kind = consent is null ? RestrictionKind.NotAccepted : RestrictionKind.NeedsGrown,
            NewNeeds = more,
            KnownNeeds = [.. needs.Except(more, StringComparer.Ordinal)],
            Reason = (consent is not null ? $"it wants more than you have accepted: to {wants}."
                : more.Count == 0 ? "you have not accepted it yet."
                : $"you have not accepted it yet. It wants to {wants}.") + $" {Accepting(plugin)}",
        };
    }

    // Hashed only where a length or a time is another than it was.
    private bool IsAsAccepted(KnownPlugin plugin, IReadOnlyList<PluginConsent> known)
    {
        if (known.Count == 0)
            return false;

        try
        {
            var stamp = PluginContent.StampOf(plugin.Folder);
            if (known.Any(consent => consent.Stamp == stamp))
                return true;

            var content = PluginContent.Sha512Of(plugin.Folder);
            if (known.FirstOrDefault(consent => consent.Sha512 == content) is not { } accepted)
                return false;

            book.Accept(accepted with { Stamp = stamp });
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or Sdk.PluginHostException)
        {
            return false;
        }
    }

    private static string Accepting(KnownPlugin plugin) => $"\"pluginhost trust {plugin.Id}\" shows and accepts it.";
}
