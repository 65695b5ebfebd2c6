using System.Text.Json;
using PluginHost.Engine.Plugins.Index;

namespace PluginHost.Engine.Plugins.Crashes;

/// <summary>
/// Who is left out of a workspace because it has ended a process, in a file beside the slots. It ends with a new version, with an assembly that was built anew, or
/// when a person says so: nobody is left out for ever, and nobody in silence.
/// </summary>
internal sealed class LeftOutPlugins(CrashFolder folder)
{
    public IReadOnlyList<LeftOutPlugin> Read()
    {
        try
        {
            return System.IO.File.Exists(folder.LeftOut) ? JsonSerializer.Deserialize(System.IO.File.ReadAllBytes(folder.LeftOut), LeftOutJson.Default.IReadOnlyListLeftOutPlugin) ?? [] : [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            // Whom it named will name itself again.
            return [];
        }
    }

    public void Add(KnownPlugin plugin, string reason)
    {
        var added = new LeftOutPlugin
        {
            Plugin = plugin.Id,
            Version = plugin.Manifest?.Version ?? "",
            Length = plugin.EntryStamp.Length,
            WrittenTicks = plugin.EntryStamp.WrittenTicks,
            Reason = reason,
        };
        Write([.. Read().Where(known => known.Plugin != plugin.Id), added]);
    }

    /// <summary>Takes a plugin back in.</summary>
    /// <returns>Whether it was left out.</returns>
    public bool Remove(string plugin)
    {
        var all = Read();
        var rest = all.Where(known => known.Plugin != plugin).ToList();
        if (rest.Count == all.Count)
            return false;

        Write(rest);
        return true;
    }

    /// <summary>Why a plugin is left out; null where it is not, or is not the one any more that ended a process.</summary>
    public static string? ReasonFor(IReadOnlyList<LeftOutPlugin> all, KnownPlugin plugin) =>
        all.FirstOrDefault(known => known.Plugin == plugin.Id) is { } left
        && left.Version == plugin.Manifest?.Version
        && new FileStamp(left.Length, left.WrittenTicks) == plugin.EntryStamp
            ? left.Reason
            : null;

    private void Write(IReadOnlyList<LeftOutPlugin> all)
    {
        if (all.Count == 0)
        {
            CrashFolder.Delete(folder.LeftOut);
            return;
        }

        // Beside, and then over it: whoever reads meanwhile reads a whole one.
        var beside = folder.LeftOut + ".new";
        System.IO.File.WriteAllBytes(beside, JsonSerializer.SerializeToUtf8Bytes(all, LeftOutJson.Default.IReadOnlyListLeftOutPlugin));
        System.IO.File.Move(beside, folder.LeftOut, overwrite: true);
    }
}
