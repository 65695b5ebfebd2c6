using PluginHost.Engine.Packages;
using PluginHost.Printing;
using PluginHost.Sdk;

namespace PluginHost.CommandLine.Plugins;

/// <summary>Asks the person whether they want a plugin, in plain words. Where nobody is there to say yes, nothing is installed.</summary>
internal sealed class InstallQuestion(TerminalPerson person, bool yes)
{
    private static readonly Dictionary<string, string> Words = new()
    {
        ["network"] = "speak to the network",
        ["files"] = "read and write files of the workspace",
        ["mail"] = "send mail",
        ["secrets"] = "keep secrets",
        ["process"] = "start programs",
    };

    /// <exception cref="WrongUseException">Nobody is there to be asked, and <c>--yes</c> was not said.</exception>
    public async Task<bool> AskAsync(InstallCandidate candidate, CancellationToken cancel)
    {
        if (yes)
            return true;

        var question = Question(candidate);
        try
        {
            return await person.ForConfirmAsync(question, cancel);
        }
        catch (NobodyAnswersException)
        {
            throw new WrongUseException($"{question}\nNobody is there to answer. Say yes beforehand: --yes.");
        }
    }

    private static string Question(InstallCandidate candidate)
    {
        var manifest = candidate.Manifest;
        var needs = candidate.NewNeeds.Select(need => Words.GetValueOrDefault(need, need)).ToList();
        var more = candidate.Installed is null ? "wants to" : $"wants more than {candidate.Installed.Version}: to";
        var wants = needs.Count > 0 ? $"It {more} {string.Join(", ", needs)}." : "It asks for nothing beyond its own part of the store.";
        var place = candidate.TakesPlaceOfBundled ? $" It takes the place of the {manifest.Id} that comes with PluginHost." : "";
        return $"{manifest.Name} ({manifest.Id} {manifest.Version}), from {candidate.Source}. {wants}{place} A plugin runs as you: what it asks for is its word, which PluginHost checks where it can, and no wall. "
            + (candidate.Installed is null ? "Install it?" : "Update it?");
    }
}
