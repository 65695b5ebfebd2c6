using PluginHost.Engine.Plugins;

namespace PluginHost.Engine.Trust;

/// <summary>
/// The person's consent where a plugin is installed or updated, before it is put where it can be loaded. An update from where the plugin came from that wants no
/// more than was accepted is not asked for: that was the sense of the first answer. Anything else is.
/// </summary>
public sealed class InstallConsent(TrustBook book, TimeProvider clock)
{
    /// <summary>What is to be asked; null where nothing is.</summary>
    /// <param name="manifest">Who the plugin is.</param>
    /// <param name="entryPath">The full path of its assembly, unpacked where nothing loads it from.</param>
    /// <param name="source">Where it comes from.</param>
    public PluginOffer? Ask(PluginManifest manifest, string entryPath, string source)
    {
        var known = book.FindConsents(manifest.Id);
        var before = known.FirstOrDefault(consent => consent.Source == source) ?? known.FirstOrDefault();
        var isFromThere = before?.Source == source;
        var more = Need.Acceptable(manifest.Needs).Except(before?.Needs ?? [], StringComparer.Ordinal).ToList();
        if (isFromThere && more.Count == 0)
            return null;

        var offer = PluginOffer.Of(manifest, source, entryPath, isFromThere ? more : []);
        return before is null || isFromThere ? offer
            : offer with { Lines = [$"A plugin {manifest.Id} from {(before.Source.Length > 0 ? before.Source : "somewhere else")} was accepted before; this is another.", .. offer.Lines] };
    }

    /// <summary>Keeps that it was accepted, or did not need to be asked for, with its files as they are now.</summary>
    /// <param name="manifest">Who the plugin is.</param>
    /// <param name="folder">The folder that it is loaded from.</param>
    /// <param name="source">Where it came from.</param>
    /// <exception cref="Sdk.PluginHostException">It cannot be kept.</exception>
    public void Accept(PluginManifest manifest, string folder, string source) => book.Accept(new PluginConsent
    {
        Plugin = manifest.Id,
        Needs = Need.Acceptable(manifest.Needs),
        Source = source,
        Sha512 = PluginContent.Sha512Of(folder),
        Stamp = PluginContent.StampOf(folder),
        Since = clock.GetUtcNow(),
    });

    /// <summary>Forgets a plugin that was removed: installed again, it is asked for again.</summary>
    /// <exception cref="Sdk.PluginHostException">It cannot be forgotten.</exception>
    public void Forget(string plugin)
    {
        foreach (var consent in book.FindConsents(plugin))
            book.Revoke(consent);
    }
}
