using PluginHost.Engine.Scripting;
using PluginHost.Engine.Store;

namespace PluginHost.Engine.Campaigns.Occurrences;

/// <content>What persons start and go on with. Looked, decided and taken in one step: two who ask at once do not both get it.</content>
internal sealed partial class OccurrenceStore
{
    /// <summary>Notes a run that a person wants, unless another is going beside which it does not run.</summary>
    /// <param name="campaign">Of which campaign.</param>
    /// <param name="isTaken">Whether this process runs it; otherwise whoever serves.</param>
    public Task<Turn> StartAsync(Campaign campaign, bool isTaken) => WriteAsync<Turn>(connection =>
    {
        // What runs is told before what only waits for its turn.
        var going = campaign.Overlap == Overlap.Together
            ? null
            : OpenOf(connection, campaign.Name).Where(known => known.State != OccurrenceState.Waiting).OrderBy(known => known.State != OccurrenceState.Running).FirstOrDefault();
        if (going is not null && campaign.Overlap == Overlap.Skip)
            return new TurnRefused { Why = TurnRefusal.Going, Occurrences = [going] };

        var name = Add(connection, campaign.Name, campaign.Entry.Args);
        return going is null
            ? new TurnTaken { Name = name, Claim = isTaken ? Take(connection, name) : null }
            : new TurnQueued { Name = name, Behind = going };
    });

    /// <summary>Takes an occurrence that waits for a person or was interrupted, to go on with it here.</summary>
    /// <param name="campaign">Of which campaign.</param>
    /// <param name="occurrence">Which; null: the one that there is.</param>
    /// <param name="resumption">How to go on where the script was changed. Anew: it is given up, and another run begins in its place.</param>
    public Task<Turn> ResumeAsync(Campaign campaign, string? occurrence, Resumption resumption) => WriteAsync<Turn>(connection =>
    {
        var open = OpenOf(connection, campaign.Name);
        var chosen = occurrence is null ? null : open.FirstOrDefault(known => known.Name.Occurrence == occurrence);
        if (occurrence is not null && chosen is null)
            return new TurnRefused { Why = Has(connection, campaign.Name, occurrence) ? TurnRefusal.Over : TurnRefusal.Unknown };

        if (campaign.Overlap != Overlap.Together && open.FirstOrDefault(known => known.State == OccurrenceState.Running) is { } running)
            return new TurnRefused { Why = TurnRefusal.Going, Occurrences = [running] };

        switch (chosen)
        {
            case { State: OccurrenceState.Running }:
                return new TurnRefused { Why = TurnRefusal.Going, Occurrences = [chosen] };
            case { State: OccurrenceState.Planned }:
                return new TurnRefused { Why = TurnRefusal.NotBegun, Occurrences = [chosen] };
        }

        List<KnownOccurrence> wait = [.. open.Where(known => chosen is null ? known.State is OccurrenceState.Waiting or OccurrenceState.Interrupted : known == chosen)];
        return wait switch
        {
            [] => new TurnRefused { Why = TurnRefusal.NothingWaits },
            [var one] => GoOn(connection, one.Name, resumption),
            _ => new TurnRefused { Why = TurnRefusal.SeveralWait, Occurrences = wait },
        };
    });

    private TurnTaken GoOn(StoreConnection connection, OccurrenceName name, Resumption resumption)
    {
        if (resumption == Resumption.Fresh)
        {
            var args = Args(connection, name);
            Abandon(connection, name);
            name = Add(connection, name.Campaign, args);
        }

        return new TurnTaken { Name = name, Claim = Take(connection, name) with { Resumption = resumption } };
    }

    private IReadOnlyList<KnownOccurrence> OpenOf(StoreConnection connection, string campaign) => connection
        .Read($"""
            select * from pluginhost_occurrence
            where campaign = {campaign} and state in ('planned', 'reading', 'acting') and started_by is not null order by number
            """)
        .Map(Known);

    private static bool Has(StoreConnection connection, string campaign, string occurrence) => connection
        .Read($"select 1 as one from pluginhost_occurrence where campaign = {campaign} and occurrence = {occurrence} and started_by is not null")
        .Map(row => row.Integer("one"))
        .Count > 0;
}
