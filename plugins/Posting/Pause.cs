namespace PluginHost.Posting;

/// <summary>How long to wait before something is tried again: two seconds, doubling up to five minutes.</summary>
internal static class Pause
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <param name="tries">How often it was put off in a row before this time.</param>
    public static TimeSpan After(int tries) => tries < 8 && TimeSpan.FromSeconds(2 << Math.Max(tries, 0)) is var pause && pause < Longest ? pause : Longest;
}
