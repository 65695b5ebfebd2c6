using PluginHost.Campaigns;

namespace PluginHost.Posting;

/// <summary>Finds pictures and films that nobody has described for those who do not see them.</summary>
internal sealed class AltTextLinter : TextLinter
{
    protected override IEnumerable<Finding> Check(Lint lint) =>
        from place in Enumerable.Range(0, lint.Variant.Media.Count)
        let medium = lint.Variant.Media[place]
        where string.IsNullOrWhiteSpace(medium.Alt) || IsFileName(medium)
        select new Finding
        {
            Medium = place,
            Message = string.IsNullOrWhiteSpace(medium.Alt)
                ? $"{medium.File} has no description. Say what is to be seen, for those who do not see it."
                : $"The description of {medium.File} is its file's name. Say what is to be seen.",
        };

    private static bool IsFileName(Medium medium) =>
        string.Equals(medium.Alt.Trim(), Path.GetFileName(medium.File), StringComparison.OrdinalIgnoreCase)
        || string.Equals(medium.Alt.Trim(), Path.GetFileNameWithoutExtension(medium.File), StringComparison.OrdinalIgnoreCase);
}
