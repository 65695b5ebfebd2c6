using System.Security.Cryptography;
using System.Text;
using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>Giveaways for a run of a script, by its journal: what an interrupted run has begun is gone on with.</summary>
internal sealed class JournalledGiveaways(IGiveaways giveaways, IProfiles profiles, IScript script)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public IProfiles Profiles => profiles;

    public IScript Script => script;

    public async Task<ScriptGiveaway> BeginAsync(string step, string body, Func<string, GiveawayTerms> terms)
    {
        var effect = await script.Journal.DoAsync(step, body, async key =>
        {
            var begun = await giveaways.BeginAsync(terms(Suffix(key)), key, script.Cancel);
            return new Effect { Result = Record.Of(("id", begun.Id)) };
        });
        return new ScriptGiveaway(effect.Result["id"].ToString(), this);
    }

    /// <summary>Waits until something is so of a giveaway, and does meanwhile what is due. What was seen is kept: a resumed run sees the same.</summary>
    public Task<Value> UntilAsync(string id, string what, Func<Giveaway, bool> isSo) => script.Journal.AskAsync($"giveaway {id}, {what}", async () =>
    {
        while (true)
        {
            var lookout = Lookout.ForSettled(script.Clock);
            var giveaway = await giveaways.GoOnAsync(id, script.Cancel);
            if (isSo(giveaway))
                return AwardRecord.Of(giveaway);

            // What is due and cannot be done now is tried again after a pause.
            var left = giveaway.NextAt - script.Clock.GetUtcNow() ?? TimeSpan.MaxValue;
            await lookout.WaitAsync(script, Pause, left < Pause ? Pause : left);
        }
    });

    // Two runs of a script are two giveaways, of different names.
    private static string Suffix(EffectKey key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key.ToString())).AsSpan(0, 4));
}
