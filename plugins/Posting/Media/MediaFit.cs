using System.Globalization;
using PluginHost.Campaigns;

namespace PluginHost.Posting.Media;

/// <summary>Whether a network takes pictures and films as they are.</summary>
internal static class MediaFit
{
    /// <summary>What stands against a file on a network.</summary>
    /// <returns>Why not, and what to do; null where it takes it.</returns>
    public static string? WhyNot(string name, MediumFile file, MediaRules rules)
    {
        if (rules.For(file.ContentType) is not { } kind)
            return $"{name} is {file.ContentType}, which the network does not take. It takes {string.Join(", ", rules.Kinds.Select(known => known.ContentType))}.";

        if (file.Bytes.Length > kind.Bytes)
            return $"{name} has {ByteText.Of(file.Bytes.Length)}, and the network takes {ByteText.Of(kind.Bytes)} at most. Make it smaller.";

        if (file.Width > kind.Width || file.Height > kind.Height)
        {
            return $"{name} has {ByteText.Number(file.Width ?? 0)} × {ByteText.Number(file.Height ?? 0)} pixels, and the network takes "
                + $"{ByteText.Number(kind.Width ?? 0)} × {ByteText.Number(kind.Height ?? 0)} at most. Make it smaller.";
        }

        return file.Frames > kind.Frames
            ? string.Create(CultureInfo.InvariantCulture, $"{name} is made of {file.Frames} pictures, and the network takes {kind.Frames} at most. Make it shorter.")
            : null;
    }

    /// <summary>What stands against several files in one post.</summary>
    /// <returns>Why not, and what to do; null where it takes them together.</returns>
    public static string? WhyNot(IReadOnlyList<MediumFile> files, MediaRules rules)
    {
        if (files.Count > rules.Most)
            return string.Create(CultureInfo.InvariantCulture, $"{files.Count} pictures and films go with one post, and the network takes {rules.Most}. Leave {files.Count - rules.Most} out.");

        var alone = files.FirstOrDefault(file => rules.For(file.ContentType)?.IsAlone == true);
        return alone is not null && files.Count > 1
            ? $"The network takes {alone.ContentType} alone. Leave the others out, or let them go with another part."
            : null;
    }
}
