using System.Globalization;

namespace PluginHost.Posting.Media;

/// <summary>How large something is, as a person reads it.</summary>
internal static class ByteText
{
    /// <summary>In the units in which networks write their limits: 1 MB is 1,000,000 bytes.</summary>
    public static string Of(long bytes) => bytes switch
    {
        < 1_000 => $"{bytes} bytes",
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000m:0.#} kB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000m:0.##} MB"),
    };

    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
