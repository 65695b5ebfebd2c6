using PluginHost.Campaigns;
using PluginHost.PressRoom.Site;
using PluginHost.PressRoom.Teasers;
using PluginHost.Sdk;

namespace PluginHost.PressRoom.Releases;

/// <summary>
/// The way of a release: read and checked whole, committed whole; at its instant it is let out, then its pages are written, then it is announced. Each step is found done by the
/// one after it, in the store or in the folder, so anybody may go on anywhere.
/// </summary>
internal sealed class ReleaseDesk(IHost host, ReleaseTable table, ReleaseReader reader, Newsroom newsroom, TeaserRun teasers, PressSettings settings)
{
    // How often the files of what is armed are looked at before their time: to say early what will be held.
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(30);
    private readonly SourceWatch _sources = new(host.Workspace, table, reader);
    private readonly SemaphoreSlim _looking = new(1, 1);
    private long? _glanced;
    private string _stuck = "";

    /// <summary>Arms a release and, where its time has come, lets it out.</summary>
    /// <exception cref="WrongUseException">It cannot come out as it is written.</exception>
    /// <exception cref="NotPublishedException">A check stands against its teasers.</exception>
    public async Task<Release> ReleaseAsync(ReleaseOrder order, CancellationToken cancel)
    {
        // A run that is resumed armed it before. What became of it since is what people did, and stays: only what is due is done.
        if (order.Effect is { } effect && (await table.FindAsync(order.Name, cancel))?.Effect == ReleaseTable.TeasersOf(effect))
        {
            await LookAsync(order.Name, cancel);
            return (await FindAsync(order.Name, cancel))!;
        }

        var draft = (await reader.ReadAsync(order.Name, cancel)).Need();
        if ((await table.FindAsync(order.Name, cancel))?.State.IsPublic() != true)
            await teasers.CheckAsync(draft.Teasers, order.AskedBy, cancel);

        // At its instant it would be too late to find that its pages have no place.
        if (await newsroom.ForeignAsync(draft.Texts, cancel) is { Count: > 0 } foreign)
            throw new PluginHostException($"{order.Name} cannot come out: {newsroom.Refusal(foreign)}");

        await host.Store.RefuseWrongClockAsync(cancel);
        if (await table.ArmAsync(draft, order, cancel) is { } refusal)
            throw new WrongUseException(refusal);

        // What is out is asked for again because something was refused.
        if ((await table.FindAsync(order.Name, cancel))?.State.IsOut() == true)
            await table.TryAgainAsync(order.Name, cancel);

        await LookAsync(order.Name, cancel);
        return (await FindAsync(order.Name, cancel))!;
    }

    /// <summary>Takes a release back.</summary>
    /// <exception cref="WrongUseException">There is none, it was taken back already, or nobody says why.</exception>
    public async Task<Release> TakeBackAsync(string name, string reason, CancellationToken cancel)
    {
        reason = reason.Trim();
        if (reason.Length == 0)
            throw new WrongUseException($"Nobody says why {name} is taken back, and its pages are to say so. Give a reason in a sentence: reason=\"The contract was not signed.\"");

        if (await table.TakeBackAsync(name, reason, cancel) is null)
            throw new WrongUseException(await table.FindAsync(name, cancel) is { } known
                ? $"{name} is {ReleaseStates.Text(known.State)} already. There is nothing to take back."
                : $"No release \"{name}\" was ever armed.{Nearest.Hint(name, (await table.ReadAllAsync(cancel)).Select(release => release.Name))}");

        await RetractAsync(cancel);
        await newsroom.BuildAsync(always: false, cancel);
        return (await FindAsync(name, cancel))!;
    }

    /// <summary>Does what is due: retracts, lets out, builds, announces.</summary>
    /// <param name="only">The release whose teasers are wanted; null: all.</param>
    /// <param name="cancel">Cancels looking. What has begun is gone on with by whoever looks next.</param>
    /// <returns>When to look again at the latest; null: whenever something is armed.</returns>
    public async Task<DateTimeOffset?> LookAsync(string? only, CancellationToken cancel)
    {
        await _looking.WaitAsync(cancel);
        try
        {
            await RetractAsync(cancel);
            await LetOutAsync(cancel);
            await BuildAsync(mustStand: only is not null, cancel);
        }
        finally
        {
            _looking.Release();
        }

        var again = await teasers.RunAsync(only, cancel);
        var next = await table.ReadNextAsync(cancel);
        return next is null || again < next ? again : next;
    }

    // A page that cannot be written keeps its own release from being announced, and nobody else's.
    private async Task BuildAsync(bool mustStand, CancellationToken cancel)
    {
        try
        {
            await newsroom.BuildAsync(always: false, cancel);
            _stuck = "";
        }
        catch (PluginHostException stuck) when (!mustStand)
        {
            if (stuck.Message != _stuck)
                host.Output.Write(Severity.Error, $"The newsroom could not be built, and what is to come out there is not out yet: {stuck.Message}");

            _stuck = stuck.Message;
        }
    }

    /// <summary>A release as others see it.</summary>
    public async Task<Release?> FindAsync(string name, CancellationToken cancel)
    {
        if (await table.FindAsync(name, cancel) is not { } release)
            return null;

        return new Release
        {
            Name = release.Name,
            State = release.State,
            Version = release.Version,
            Embargo = release.Due,
            OutAt = release.State == ReleaseState.Coming ? null : release.OutAt,
            Wall = release.Meant,
            Reason = release.Reason,
            Pages =
            [
                .. (await table.ReadTextsAsync(name, cancel)).Select(text => new ReleasePage
                {
                    Language = text.Language,
                    Title = text.Title,
                    Address = settings.Address + SitePaths.PageOf(text.Language, text.Slug),
                }),
            ],
            Teasers = await table.ReadTeasersAsync(name, cancel),
        };
    }

    // What announces it is taken back first: then nothing that is retracted can be announced, whoever publishes just now.
    private async Task RetractAsync(CancellationToken cancel)
    {
        foreach (var release in await table.ReadRetractingAsync(cancel))
            await table.RetractAsync(release, await teasers.TakeBackAsync(release, cancel), cancel);
    }

    // Whoever said nine o'clock still means it where the rules of the zone have changed.
    private async Task<IReadOnlyList<StoredRelease>> ReadArmedAsync(CancellationToken cancel)
    {
        var armed = await table.ReadArmedAsync(cancel);
        var moved = 0;
        foreach (var release in armed)
        {
            if (DueOf(release) is { } due && due != release.Due)
                moved += await table.MoveAsync(release, due, cancel);
        }

        return moved == 0 ? armed : await table.ReadArmedAsync(cancel);
    }

    // A zone that is gone keeps the instant that it had.
    private DateTimeOffset? DueOf(StoredRelease release)
    {
        try
        {
            return release.Wall is { } wall ? host.Times.At(wall, host.Times.ReadZone(release.Zone!)).Instant : null;
        }
        catch (WrongUseException)
        {
            return null;
        }
    }

    private async Task LetOutAsync(CancellationToken cancel)
    {
        var armed = await ReadArmedAsync(cancel);
        var now = host.Clock.GetUtcNow();
        var isGlance = _glanced is not { } last || host.Clock.GetElapsedTime(last) >= Glance;
        if (isGlance)
            _glanced = host.Clock.GetTimestamp();

        foreach (var release in armed.Where(release => isGlance || release.Due <= now))
        {
            var change = await _sources.WhatChangedAsync(release.Name, cancel);
            var reason = change is null ? "" : $"{change} press.release name={release.Name} arms it as it is now.";
            if (change is null && release.Due <= now)
            {
                await host.Store.RefuseWrongClockAsync(cancel);
                await table.LetOutAsync(release, cancel);
            }
            else if (reason != release.Reason || release.Due <= now)
            {
                await table.NoteAsync(release, reason, isHeld: release.Due <= now, cancel);
                if (change is not null)
                    host.Output.Write(release.Due <= now ? Severity.Error : Severity.Warning, $"{release.Name}{(release.Due <= now ? " is held and not out" : "")}: {reason}");
            }
        }
    }
}
