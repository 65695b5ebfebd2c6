using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Giveaways.Randomness;
using PluginHost.Giveaways.Rules;
using PluginHost.Giveaways.Steps;
using PluginHost.Sdk;

namespace PluginHost.Giveaways;

public sealed partial class GiveawaysPlugin
{
    private const string Folder = "giveaways";
    private static readonly TimeSpan ExampleLasts = TimeSpan.FromDays(7);

    /// <summary>Writes an example file.</summary>
    [Command(
        "giveaways.new",
        "Giveaways: New File",
        Description = "Writes giveaways/NAME.yaml, a giveaway that can be as it stands, with every key explained. Change it, and giveaways.plan writes it down. A file that is there is left alone.")]
    public async Task<Record> NewAsync(IHost host, [Asks("What is it called? Small letters, digits and hyphens: summer-phones", Anew = true)] string name, CancellationToken cancel)
    {
        if (TermsCheck.WhyNotId(name) is { } wrong)
            throw new WrongUseException($"{wrong}. Nothing was written.");

        var path = $"{Folder}/{name}.yaml";
        if (host.Workspace.Exists(path))
            throw new WrongUseException($"{path} is there already, and was left as it is. giveaways.plan file={path} writes it down; or take another name.");

        if (await _table.FindAsync(name, cancel) is not null)
            throw new WrongUseException($"There is a giveaway {name} already, and a name is given once. giveaways.show giveaway={name} shows it; or take another name.");

        var profile = (await host.Services.GetAsync<IProfiles>(cancel)).All.FirstOrDefault(each => each.CanSend) ?? throw new PluginHostException(
            "No profile of this workspace may send, so nobody could announce a giveaway. Write one under \"profiles:\" in plugins.yaml. Nothing was written.");
        var closes = InZone(host, host.Clock.GetUtcNow() + ExampleLasts).Date.AddHours(18);
        await host.Workspace.WriteTextAsync(path, TermsExample.Of(name, path, profile, closes, host.Workspace.Zone.Id), cancel);
        return Record.Of(("file", path), ("next", $"change it, then giveaways.plan file={path}"));
    }

    /// <summary>Writes a giveaway down.</summary>
    [Command(
        "giveaways.plan",
        "Giveaways: Plan",
        Description = "Writes a giveaway down that a YAML file describes; its name is the file's. Until it is announced, the file may be changed and planned again. Nothing is said yet.")]
    public async Task<Record> PlanAsync(IHost host, [Asks("Which file describes it? giveaways.new writes one.")] string file, CancellationToken cancel)
    {
        var text = await host.Workspace.ReadTextAsync(file, cancel);
        var check = new TermsCheck(await host.Services.GetAsync<IProfiles>(cancel), host.Workspace.Zone, host.Clock.GetUtcNow());
        var terms = new TermsFile(host.Times, check).Read(host.Workspace.ReadYaml(text, file), text, file);
        return await ShowAsync(host, await _course.PlanAsync(terms, null, GiveawayState.Planned, cancel), cancel);
    }

    /// <summary>Announces a giveaway.</summary>
    [Command("giveaways.announce", "Giveaways: Announce", Description = "Announces a giveaway that is written down, once. From then on people enter.", Confirm = "giveaways.announce.preview")]
    public Task<Record> AnnounceAsync(IHost host, [Asks("Which giveaway?")] string giveaway, CancellationToken cancel) => DoAsync(host, giveaway, _course.BeginAsync, cancel);

    /// <summary>Collects answers.</summary>
    [Command("giveaways.collect", "Giveaways: Collect", Description = "Asks the networks who has answered by now.")]
    public Task<Record> CollectAsync(IHost host, [Asks("Which giveaway?")] string giveaway, CancellationToken cancel) =>
        DoAsync(host, giveaway, (_, token) => _course.CollectAsync(token), cancel);

    /// <summary>Fixes who takes part.</summary>
    [Command("giveaways.freeze", "Giveaways: Freeze", Description = "Fixes who takes part, after the end: each with what was true of them.")]
    public Task<Record> FreezeAsync(IHost host, [Asks("Which giveaway?")] string giveaway, CancellationToken cancel) => DoAsync(host, giveaway, _course.FreezeAsync, cancel);

    /// <summary>Names the round that decides.</summary>
    [Command("giveaways.commit", "Giveaways: Commit", Description = "Publishes the digests of list and rules, and the drand round to come that will decide.", Confirm = "giveaways.commit.preview")]
    public Task<Record> CommitAsync(
        IHost host, [Asks("Which giveaway?")] string giveaway, [Asks("Which round? 0 chooses one.", Default = "0")] long round, CancellationToken cancel) =>
        DoAsync(host, giveaway, (frozen, token) => frozen.State == GiveawayState.Committing ? _course.GoOnCommittingAsync(frozen, token) : _course.CommitAsync(frozen, round, token), cancel);

    /// <summary>Draws.</summary>
    [Command("giveaways.draw", "Giveaways: Draw", Description = "Draws by the round that was named: asked of several hosts, or handed in.", Confirm = "giveaways.draw.preview")]
    public Task<Record> DrawAsync(
        IHost host,
        [Asks("Which giveaway?")] string giveaway,
        [Asks("The round's signature? Empty: several hosts are asked.", Default = "")] string signature,
        [Asks("Its randomness, to be checked against the signature?", Default = "")] string randomness,
        CancellationToken cancel) => DoAsync(
        host,
        giveaway,
        (committed, token) => _course.DrawAsync(
            committed,
            signature.Length > 0 ? HandedIn.Read(committed.Round, signature, randomness, _beacon.Name)
            : randomness.Length > 0 ? throw new WrongUseException("Randomness alone proves nothing: hand in the signature that it is the digest of, signature=….")
            : null,
            token),
        cancel);

    /// <summary>Tells the winners.</summary>
    [Command("giveaways.notify", "Giveaways: Notify", Description = "Answers those who have won, each once. Their time begins.", Confirm = "giveaways.notify.preview")]
    public Task<Record> NotifyAsync(IHost host, [Asks("Which giveaway?")] string giveaway, CancellationToken cancel) => DoAsync(host, giveaway, _course.TellAsync, cancel);

    /// <summary>Notes that a prize was taken.</summary>
    [Command("giveaways.claim", "Giveaways: Claim", Description = "Notes that a winner has taken the prize in another way than by an answer.")]
    public Task<Record> ClaimAsync(
        IHost host, [Asks("Which giveaway?")] string giveaway, [Asks("Which prize, by its number?")] int prize, [Asks("How was it claimed?")] string how, CancellationToken cancel) => DoAsync(
        host,
        giveaway,
        async (drawn, token) => await _course.ClaimAsync(drawn, await _course.ReadOpenAsync(drawn, prize, token), Needed(how, "How was it claimed?"), token),
        cancel);

    /// <summary>Gives a prize to the next.</summary>
    [Command(
        "giveaways.pass-on",
        "Giveaways: Pass On",
        Description = "Gives a prize to the next in the order of the draw: the winner's time has run out, or a reason is given, which stands in the proof.",
        Confirm = "giveaways.pass-on.preview")]
    public Task<Record> PassOnAsync(
        IHost host,
        [Asks("Which giveaway?")] string giveaway,
        [Asks("Which prize, by its number?")] int prize,
        [Asks("Why? It stands in the proof. Empty where their time has run out.", Default = "", Anew = true)] string reason,
        CancellationToken cancel) => DoAsync(
        host,
        giveaway,
        async (drawn, token) =>
        {
            // Who has answered is not silent, also where nobody has listened yet.
            if (string.IsNullOrWhiteSpace(reason))
                await _course.HearAsync(drawn, token);

            var award = await _course.ReadOpenAsync(drawn, prize, token);
            _course.RefuseTooSoon(award, reason);
            await _course.PassOnAsync(drawn, award, string.IsNullOrWhiteSpace(reason) ? Course.SilenceOf(award.ClaimUntil!.Value) : reason, token);
            if (!drawn.Terms.ByHand)
                await _course.TellAsync(drawn, token);
        },
        cancel);

    /// <summary>Ends a giveaway.</summary>
    [Command("giveaways.close", "Giveaways: Close", Description = "Ends a giveaway for good, with the reason: nothing more of it happens by itself.")]
    public Task<Record> CloseAsync(
        IHost host, [Asks("Which giveaway is to end for good?")] string giveaway, [Asks("Why? It stands in the proof.", Anew = true)] string reason, CancellationToken cancel) =>
        DoAsync(host, giveaway, (open, token) => _course.CloseAsync(open, Needed(reason, "Why does it end?"), token), cancel);

    private static string Needed(string text, string question) =>
        string.IsNullOrWhiteSpace(text) ? throw new WrongUseException($"{question} An answer is needed: it stands in the proof.") : text;

    private async Task<Record> DoAsync(IHost host, string giveaway, Func<StoredGiveaway, CancellationToken, Task> step, CancellationToken cancel) =>
        await ShowAsync(host, await _course.DoAsync(giveaway, step, cancel), cancel);
}
