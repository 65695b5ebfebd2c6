using System.Security.Cryptography;
using System.Text;

namespace PluginHost.Tests.Rehearsing;

/// <summary>What tests of rehearsals ask of a place.</summary>
internal static class RehearsalPlace
{
    public const string From = "2026-12-01";

    /// <summary>Where the program keeps what it throws away.</summary>
    public static string TempOf(ProgramPlace place) => Directory.CreateDirectory(Path.Combine(place.Root, "..", "temp")).FullName;

    /// <summary>Rehearses in a place, with a folder for temporary files of its own.</summary>
    public static Task<ProgramEnd> RehearseAsync(this ProgramPlace place, params string[] arguments) =>
        place.RunWithAsync([("TMPDIR", TempOf(place))], ["rehearse", .. arguments]);

    /// <summary>Every file of the workspace with its bytes, in one text.</summary>
    public static string Fingerprint(this ProgramPlace place)
    {
        var text = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(place.Root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            text.AppendLine($"{Path.GetRelativePath(place.Root, file)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}");

        return text.ToString();
    }
}
