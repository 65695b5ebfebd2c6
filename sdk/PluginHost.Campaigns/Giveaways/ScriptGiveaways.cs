using System.Runtime.CompilerServices;
using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>The script global <c>Giveaways</c>. A run that is resumed begins none twice.</summary>
public sealed class ScriptGiveaways
{
    private readonly JournalledGiveaways _giveaways;

    /// <summary>Makes one for a run of a script.</summary>
    /// <param name="giveaways">What does it.</param>
    /// <param name="profiles">The workspace's profiles.</param>
    /// <param name="script">The run.</param>
    public ScriptGiveaways(IGiveaways giveaways, IProfiles profiles, IScript script) => _giveaways = new JournalledGiveaways(giveaways, profiles, script);

    /// <summary>Begins a giveaway. Await it to announce it.</summary>
    /// <param name="title">What people know it by. Its id is made of it and of the run: two runs are two giveaways.</param>
    /// <param name="line">Filled by the compiler.</param>
    /// <param name="file">Filled by the compiler.</param>
    /// <returns>The giveaway so far.</returns>
    public GiveawayBuilder Begin(string title, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") =>
        new(_giveaways, JournalledPublisher.StepAt("giveaway", file, line), title);
}
