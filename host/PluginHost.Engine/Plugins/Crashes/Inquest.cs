using System.Globalization;

namespace PluginHost.Engine.Plugins.Crashes;

/// <summary>
/// Decides, at the next start, who has ended a process. Proof is a call of <c>Environment.Exit</c> that was seen, or last words of the runtime whose frames are a
/// guest's. Who was merely inside when the power failed or somebody killed the process has done nothing: left out, a post would be late.
/// </summary>
internal sealed class Inquest(CrashFolder folder, PluginCatalog plugins, TimeZoneInfo zone)
{
    /// <summary>Looks at what dead processes left, and leaves out who is proven to have ended one.</summary>
    /// <returns>What there is to say of each.</returns>
    public IReadOnlyList<UncleanEnd> Hold()
    {
        var leftOut = new LeftOutPlugins(folder);
        var ends = new List<UncleanEnd>();
        foreach (var process in folder.TakeDead())
        {
            if (Judge(process) is not { } end)
                continue;

            ends.Add(end);
            Keep(process, end, leftOut);
        }

        return ends;
    }

    private void Keep(DeadProcess process, UncleanEnd end, LeftOutPlugins leftOut)
    {
        try
        {
            if (process.Words.Length > 0)
            {
                // Not over what is there: it may be a link that came with the folder.
                System.IO.File.Delete(folder.LastWords);
                using var words = new StreamWriter(new FileStream(folder.LastWords, FileMode.CreateNew));
                words.Write(process.Words);
            }

            if (end.Plugin is { } culprit && plugins.Find(culprit) is { } known)
                leftOut.Add(known, end.Message);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // No room for it. Whoever ends the next process too is found out again.
        }
    }

    private UncleanEnd? Judge(DeadProcess process)
    {
        if (process.Slots.FirstOrDefault(slot => slot.Caller is not null) is { Caller: { } caller, ExitAt: { } at })
            return Blame(at, caller, "It called Environment.Exit.", "");

        var inside = process.Slots.SelectMany(slot => slot.Inside).ToList();
        if (process.Words.Trim().Length > 0)
            return OfWords(process, inside, Wreck.Read(process.Words));

        if (inside.Count == 0)
            return null;

        // Nothing leads the runtime's words into a file there: to have been inside must do.
        if (OperatingSystem.IsWindows() && inside is [var only])
            return Blame(process.At, only, "The runtime left no word.", "");

        return new UncleanEnd
        {
            At = process.At,
            Message = $"A process of this workspace ended at {Text(process.At)} without a word, as by kill -9 or a power cut, while {string.Join(" and ", inside.Select(Doing))}. Nothing follows from that.",
        };
    }

    private UncleanEnd OfWords(DeadProcess process, List<DeadSeat> inside, Wreck wreck)
    {
        var found = Named(inside, process.Slots.SelectMany(slot => slot.Seated).ToList(), wreck) is { } named ? named
            : wreck.IsOfGuest && inside is [var only] ? (Seat: only, Frames: [])
            : ((DeadSeat Seat, IReadOnlyList<string> Frames)?)null;
        if (found is not var (seat, frames))
        {
            return new UncleanEnd
            {
                At = process.At,
                Message = $"A process of this workspace was ended by the runtime at {Text(process.At)}: {wreck.What} No plugin is to be seen in what it wrote, which is in {folder.LastWords}.",
                Words = wreck.Head,
            };
        }

        var where = frames.Count == 0 ? "" : $" At {string.Join(", at ", frames)}.";
        return Blame(process.At, seat, wreck.What + where, wreck.Head);
    }

    // Who was inside is asked first: two plugins may have a type of the same name. A thread of its own is inside nowhere, and found by its frames alone.
    private (DeadSeat Seat, IReadOnlyList<string> Frames)? Named(List<DeadSeat> inside, List<DeadSeat> seated, Wreck wreck)
    {
        var others = plugins.All.Where(plugin => !inside.Exists(seat => seat.Plugin == plugin.Id)).Select(plugin => new DeadSeat
        {
            Plugin = plugin.Id,
            Entry = "a thread of its own",
            Stamp = seated.Find(seat => seat.Plugin == plugin.Id)?.Stamp,
        });
        foreach (var seat in inside.Concat(others))
        {
            if (plugins.Find(seat.Plugin) is { EntryPath.Length: > 0 } plugin && wreck.In(PluginTypes.In(plugin.EntryPath)).Distinct().Take(2).ToList() is { Count: > 0 } frames)
                return (seat, frames);
        }

        return null;
    }

    private UncleanEnd Blame(DateTimeOffset at, DeadSeat seat, string what, string words)
    {
        var how = $"was inside when the program ended at {Text(at)}, in {seat.Entry}. {what}";
        return seat.Stamp is { } then && plugins.Find(seat.Plugin) is { } now && now.EntryStamp != then
            ? new UncleanEnd { At = at, Message = $"{seat.Plugin} {how} Another build of it lies there since, and is given a chance.", Words = words }
            : new UncleanEnd
            {
                At = at,
                Plugin = seat.Plugin,
                Message = $"it {how} \"pluginhost plugins enable {seat.Plugin}\" brings it back, and so does another version.",
                Words = words,
            };
    }

    private static string Doing(DeadSeat seat) => $"{seat.Plugin} was inside, in {seat.Entry}";

    private string Text(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
}
