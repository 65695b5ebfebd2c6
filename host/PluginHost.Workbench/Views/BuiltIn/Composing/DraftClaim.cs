namespace PluginHost.Workbench.Views.BuiltIn.Composing;

/// <summary>
/// A draft that belongs to one screen for as long as its lock file is open: two screens that shared one would send it twice. The system lets go of the lock
/// however the owner ends, and the draft is then adopted by whoever comes next. Lock files stay: one that is deleted could be locked by two.
/// </summary>
internal sealed class DraftClaim : IDisposable
{
    private const int Most = 99;
    private readonly FileStream _lock;

    private DraftClaim(string path, FileStream locked, Draft? found) => (Path, _lock, Found) = (path, locked, found);

    /// <summary>Where the draft is kept.</summary>
    public string Path { get; }

    /// <summary>What its last owner left; null where there was none.</summary>
    public Draft? Found { get; }

    /// <summary>
    /// Takes the first draft with a text that nobody owns, else the first place that nobody owns. A draft that cannot be read is left as it is. Tells where
    /// another screen owns one.
    /// </summary>
    /// <exception cref="IOException">There is no place to be had.</exception>
    /// <exception cref="UnauthorizedAccessException">Nothing can be written there.</exception>
    public static DraftClaim Take(string folder, Action<string> tell)
    {
        DraftClaim? best = null;
        Exception? refusal = null;
        for (var number = 1; number <= Most && best is not { Found.IsBlank: false }; number++)
        {
            var path = System.IO.Path.Combine(folder, number == 1 ? "draft.txt" : $"draft-{number}.txt");
            if (best is not null && !File.Exists(path))
                continue;

            try
            {
                best = Better(best, Open(path, tell));
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                refusal = error;
            }
        }

        if (best is null)
            throw refusal ?? new IOException(Texts.DraftNoPlace);

        if (refusal is IOException)
            tell(Texts.Fill(Texts.DraftShared, System.IO.Path.GetFileName(best.Path)));

        return best;
    }

    public void Dispose() => _lock.Dispose();

    // The other one is let go.
    private static DraftClaim? Better(DraftClaim? known, DraftClaim? found)
    {
        var isFound = known is null || found is { Found.IsBlank: false };
        (isFound ? known : found)?.Dispose();
        return isFound ? found : known;
    }

    private static DraftClaim? Open(string path, Action<string> tell)
    {
        var locked = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        try
        {
            return new DraftClaim(path, locked, Read(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            locked.Dispose();
            tell(Texts.Fill(Texts.DraftUnread, path, error.Message));
            return null;
        }
    }

    private static Draft? Read(string path) => System.IO.Path.Exists(path) ? DraftText.Read(File.ReadAllText(path)) : null;
}
