using PluginHost.Sdk;

namespace PluginHost.Campaigns;

public sealed partial class PostBuilder
{
    private readonly List<Medium> _media = [];

    /// <summary>Adds a picture or a film: to the part of the profile that was named last, or to all profiles, where none was named yet.</summary>
    /// <param name="file">The file, relative to the workspace's folder.</param>
    /// <param name="alt">What is to be seen, for those who do not see it. Empty: what was said of the same picture before.</param>
    /// <returns>The post so far.</returns>
    public PostBuilder Picture(string file, string alt)
    {
        var medium = new Medium { File = file, Alt = alt };
        if (_variants.Count == 0)
            _media.Add(medium);
        else
            _variants[^1] = _variants[^1] with { Media = [.. _variants[^1].Media, medium with { Part = _variants[^1].More.Count }] };

        return this;
    }

    private IReadOnlyList<Variant> WithMedia(IReadOnlyList<Variant> variants) => _media.Count == 0
        ? variants
        : [.. variants.Select(variant => variant with { Media = [.. _media, .. variant.Media] })];
}
