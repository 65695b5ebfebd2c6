using System.Runtime.InteropServices;

namespace PluginHost.Engine.Packages.Checks;

/// <summary>Looks whether the native code that a plugin brings, where it brings any, is for this system.</summary>
internal static class NativeCode
{
    /// <summary>The system that this program runs on, as packages call it.</summary>
    public static string ThisSystem => $"{System}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";

    private static string System => OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";

    /// <returns>Why it cannot run here; null where it can.</returns>
    public static string? Refuse(IReadOnlyList<string> paths, string folder)
    {
        var systems = paths.Select(path => path.Split('/')).Where(parts => parts is ["runtimes", _, "native", _, ..]).Select(parts => parts[1]).Distinct().ToList();
        if (systems.Count > 0)
            return systems.Exists(Fits) ? null : $"it brings native code for {string.Join(", ", systems.Order(StringComparer.Ordinal))} alone, and this system is {ThisSystem}.";

        var beside = paths.Select(path => (Path: path, For: SystemOf(Path.Combine(folder, path)))).Where(file => file.For is not null).ToList();
        return beside.Count == 0 || beside.Exists(file => file.For == System)
            ? null
            : $"it brings native code for another system: {beside[0].Path} is for {beside[0].For}, and this system is {ThisSystem}.";
    }

    private static bool Fits(string system)
    {
        var architecture = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        var isMusl = RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal);
        return system == RuntimeInformation.RuntimeIdentifier
            || system == "any"
            || system == (isMusl ? $"linux-musl-{architecture}" : $"{System}-{architecture}")
            || (!isMusl && system == System)
            || (!OperatingSystem.IsWindows() && (system == "unix" || system == $"unix-{architecture}"));
    }

    // By how the file begins: its name may say anything. An assembly of .NET is a Windows file, too, and runs everywhere.
    private static string? SystemOf(string file)
    {
        Span<byte> start = stackalloc byte[4];
        using var stream = File.OpenRead(file);
        if (stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) < start.Length)
            return null;

        return start switch
        {
            [0x7F, (byte)'E', (byte)'L', (byte)'F'] => "linux",
            [0xCF or 0xCE, 0xFA, 0xED, 0xFE] or [0xCA, 0xFE, 0xBA, 0xBE] => "osx",
            [(byte)'M', (byte)'Z', ..] when file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) && !References.IsAssembly(file) => "win",
            _ => null,
        };
    }
}
