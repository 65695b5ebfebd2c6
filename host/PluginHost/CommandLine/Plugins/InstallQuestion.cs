using PluginHost.Engine.Packages;
using PluginHost.Engine.Trust;
using PluginHost.Printing;
using PluginHost.Sdk;

namespace PluginHost.CommandLine.Plugins;

/// <summary>Asks the person whether they want a plugin, in plain words. Where nobody is there to say yes, nothing is installed.</summary>
internal sealed class InstallQuestion(TerminalPerson person, bool yes)
{
    /// <exception cref="WrongUseException">Nobody is there to be asked, and <c>--yes</c> was not said.</exception>
    public async Task<bool> AskAsync(InstallCandidate candidate, CancellationToken cancel)
    {
        if (yes)
            return true;

        var question = Question(candidate);
        if (!TrustQuestion.CanAsk)
            throw new WrongUseException($"{question}\nNobody is there to answer. Say yes beforehand: --yes.");

        return await person.ForConfirmAsync(question, cancel);
    }

    private static string Question(InstallCandidate candidate)
    {
        var manifest = candidate.Manifest;
        var offer = PluginOffer.Of(manifest, candidate.Source, Path.Combine(candidate.Folder, manifest.Entry), candidate.Installed is null ? [] : candidate.NewNeeds);
        var place = candidate.TakesPlaceOfBundled ? $"\nIt takes the place of the {manifest.Id} that comes with PluginHost." : "";
        return $"{string.Join('\n', offer.Lines)}{place}\n{(candidate.Installed is null ? "Install it?" : $"Update it from {candidate.Installed.Version}?")}";
    }
}
