using System.Globalization;
using System.Text;
using PluginHost.Campaigns;
using PluginHost.Giveaways.Logs;
using PluginHost.Giveaways.Proofs;
using PluginHost.Sdk;

namespace PluginHost.Giveaways;

public sealed partial class GiveawaysPlugin
{
    private string _shown = "";

    /// <summary>All giveaways.</summary>
    [Command("giveaways.list", "Giveaways: List", Description = "All giveaways with how far they are, and what comes next.")]
    public async Task<Table> ListAsync(IHost host, CancellationToken cancel)
    {
        host.Views.Open(ListView);
        return await TableAsync(host, cancel);
    }

    /// <summary>One giveaway.</summary>
    [Command("giveaways.show", "Giveaways: Show", Description = "A giveaway with its prizes, who has won them, and what comes next.")]
    public async Task<Record> ShowAsync(IHost host, [Asks("Which giveaway?")] string giveaway, CancellationToken cancel)
    {
        var found = await _table.ReadAsync(giveaway, cancel);
        _shown = found.Id;
        host.Views.Refresh(EntrantsView);
        host.Views.Refresh(LogView);
        host.Views.Open(LogView);
        return await ShowAsync(host, found, cancel);
    }

    /// <summary>Who has entered.</summary>
    [Command("giveaways.entrants", "Giveaways: Entrants", Description = "Who has entered a giveaway, whether they take part, and what was true of them when.")]
    public async Task<Table> EntrantsAsync(IHost host, [Asks("Which giveaway?")] string giveaway, CancellationToken cancel)
    {
        _shown = (await _table.ReadAsync(giveaway, cancel)).Id;
        host.Views.Refresh(EntrantsView);
        host.Views.Open(EntrantsView);
        return await EntrantsAsync(host, cancel);
    }

    /// <summary>Writes the proof.</summary>
    [Command("giveaways.prove", "Giveaways: Prove", Description = "Writes the file that proves the draw. Who takes part stands in it by id, and nothing else of them.")]
    public async Task<Record> ProveAsync(
        IHost host,
        [Asks("Which giveaway?")] string giveaway,
        [Asks("Into which file? Empty: giveaways/NAME.proof.", Default = "")] string file,
        [Asks("Whether it may be written over another file that is there: over=true.", Default = "false")] bool over,
        CancellationToken cancel)
    {
        var drawn = await _table.ReadAsync(giveaway, cancel);
        if (drawn.Signature.Length == 0)
            throw new WrongUseException($"{drawn.Id} is {States.Text(drawn.State)}: nothing was drawn, so there is nothing to prove. giveaways.show giveaway={drawn.Id} says what comes next.");

        var list = await _course.ReadListAsync(drawn, cancel);
        (drawn, var log) = await ChainLog.ReadAsync(host.Store, drawn.Id, cancel);
        var proof = Proof.Write(drawn, list, log);
        var path = file.Length > 0 ? file : $"{Folder}/{drawn.Id}.proof";
        await OwnFile.WriteAsync(host.Workspace, path, Encoding.UTF8.GetString(proof), before => Proof.IsOf(before, drawn.Id), over, cancel);
        return Record.Of(("file", path), ("bytes", proof.Length), ("list", drawn.ListDigest), ("head", drawn.LogHead), ("isOver", drawn.State == GiveawayState.Closed));
    }

    /// <summary>Verifies a proof.</summary>
    [Command("giveaways.verify", "Giveaways: Verify", Description = "Verifies a proof by itself, offline. Says what was verified, and what was not; fails where it does not hold.")]
    public async Task<Table> VerifyAsync(
        IHost host, [Asks("Which file?")] string file, [Asks("The digest of the list, as you have read it in public?", Default = "")] string published, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        await using (var proof = await host.Workspace.OpenReadAsync(file, cancel))
            await proof.CopyToAsync(bytes, cancel);

        if (!ReadProof.IsOne(bytes.ToArray()))
        {
            throw new PluginHostException(
                $"{file} is no proof of a giveaway, so nothing was verified. A proof is a file that giveaways.prove wrote, whole and unchanged: its first line begins with {{\"proof\":\"{Proof.Kind}\". Is another file meant?");
        }

        var findings = Verifier.Verify(bytes.ToArray(), published);
        var broken = findings.Where(finding => finding.Verdict == false).ToList();
        return broken.Count > 0
            ? throw new PluginHostException($"{file} does not hold: {string.Join("; ", broken.Select(finding => $"{finding.What}: {finding.Detail}"))}. Believe nothing that it says.")
            : Table.Of(
                findings,
                ("what", finding => finding.What),
                ("verified", finding => finding.Verdict == true ? "holds" : "not verified"),
                ("detail", finding => finding.Detail));
    }

    private async Task<Table> TableAsync(IHost host, CancellationToken cancel)
    {
        var shown = new List<Giveaway>();
        foreach (var giveaway in await _table.ReadAllAsync(cancel))
            shown.Add(await _giveaways.ShowAsync(giveaway, cancel));

        return Table.Of(
            shown,
            ("giveaway", giveaway => giveaway.Id),
            ("title", giveaway => giveaway.Title),
            ("state", giveaway => States.Text(giveaway.State)),
            ("next", giveaway => giveaway.Problem.Length > 0 ? giveaway.Problem : giveaway.Next),
            ("closes", giveaway => InZone(host, giveaway.ClosesAt)),
            ("answers", giveaway => giveaway.Entries),
            ("entrants", giveaway => giveaway.IsDrawn || giveaway.Entrants > 0 ? giveaway.Entrants : Value.Nothing));
    }

    private async Task<Table> EntrantsAsync(IHost host, CancellationToken cancel)
    {
        var places = (await _table.ReadAwardsAsync(_shown, cancel)).ToDictionary(award => award.Entrant, award => award.Place);
        return Table.Of(
            await _table.ReadEntrantsAsync(_shown, cancel),
            ("handle", entrant => entrant.Handle),
            ("part", entrant => entrant.TakesPart ? "takes part" : entrant.Reason),
            ("place", entrant => places.TryGetValue(entrant.Id, out var place) ? place : Value.Nothing),
            ("entered", entrant => InZone(host, entrant.EnteredAt)),
            ("answers", entrant => entrant.Answers),
            ("said", entrant => entrant.Text),
            ("id", entrant => entrant.Id),
            ("evidence", entrant => entrant.Evidence));
    }

    private async Task<Record> ShowAsync(IHost host, StoredGiveaway stored, CancellationToken cancel)
    {
        var giveaway = await _giveaways.ShowAsync(stored, cancel);
        var said = await _course.ReadSayingsAsync(stored.Id, cancel);
        return Record.Of(
            ("giveaway", giveaway.Id),
            ("title", giveaway.Title),
            ("state", States.Text(giveaway.State)),
            ("next", giveaway.Next),
            ("nextAt", giveaway.NextAt is { } next ? InZone(host, next) : Value.Nothing),
            ("problem", giveaway.Problem),
            ("closes", InZone(host, giveaway.ClosesAt)),
            ("answers", giveaway.Entries),
            ("entrants", giveaway.Entrants),
            ("prizesLeft", stored.Signature.Length > 0 ? PrizesLeft(stored, giveaway) : Value.Nothing),
            ("list", giveaway.ListDigest),
            ("rules", stored.TermsDigest),
            ("round", stored.Round > 0 ? stored.Round : Value.Nothing),
            ("prizes", Table.Of(
                giveaway.Awards,
                ("prize", award => award.Number),
                ("what", award => award.Prize),
                ("who", award => award.Handle),
                ("place", award => award.Rank),
                ("state", award => States.Text(award.State)),
                ("until", award => award.ClaimUntil is { } until ? InZone(host, until) : Value.Nothing),
                ("reason", award => award.Reason))),
            ("said", Table.Of(
                said,
                ("about", saying => saying.About),
                ("profile", saying => saying.Profile),
                ("at", saying => saying.SentAt is { } at ? InZone(host, at) : Value.Nothing),
                ("text", saying => saying.Parts[0]),
                ("link", saying => saying.Link ?? saying.RemoteId))));
    }

    // Those that nobody has or can have any more: fewer took part than there are prizes, or nobody was left to pass one on to.
    private static int PrizesLeft(StoredGiveaway stored, Giveaway giveaway) =>
        stored.Terms.Prizes.Count - giveaway.Awards.Where(award => award.State != AwardState.PassedOn).DistinctBy(award => award.Number).Count();

    private static DateTimeOffset InZone(IHost host, DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, host.Workspace.Zone);
}
