using PluginHost.Engine.Plugins;

namespace PluginHost.Engine.Trust;

/// <summary>
/// The person's consent where a plugin is installed or updated, before it is put where it can be loaded. An update from where the plugin came from that wants no
/// more than was accepted is not asked for: that was the sense of the first answer. Anything else is.
/// </summary>
public sealed class InstallConsent(TrustBook book, TimeProvider clock)
{
    /// <summary>Whether the person is to be asked.</summary>
    /// <param name="manifest">Who the plugin is.</param>
    /// <param name="source">Where it comes from.</param>
    public bool IsAsked(PluginManifest manifest, string source) =>
        book.FindConsents(manifest.Id).FirstOrDefault(consent => consent.Source == source) is not { } before
        || Need.Acceptable(manifest.Needs).Except(before.Needs, StringComparer.Ordinal).Any();

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
