using PluginHost.Sdk;

namespace PluginHost.Campaigns;

public sealed partial class PostBuilder
{
    private bool _isThread;
    private bool _isNumbered;

    /// <summary>Makes a thread of every text that is too long for its profile's network; the others stay one post.</summary>
    /// <returns>The post so far.</returns>
    public PostBuilder Thread()
    {
        _isThread = true;
        return this;
    }

    /// <summary>As <see cref="Thread"/>, and each part of a thread ends with its number: <c>1/5</c>.</summary>
    /// <returns>The post so far.</returns>
    public PostBuilder Numbered()
    {
        _isNumbered = true;
        return Thread();
    }

    /// <summary>Adds a part to the thread of the profile that was named last, in words of its own.</summary>
    /// <param name="text">What the part says. An empty placeholder in it is an error.</param>
    /// <returns>The post so far.</returns>
    /// <exception cref="WrongUseException">No profile was named yet.</exception>
    public PostBuilder Then(PostText text)
    {
        if (_variants.Count == 0)
            throw new WrongUseException("A part needs a thread: name the profile and its first part by .On(\"@profile\", …) before .Then(…).");

        _variants[^1] = _variants[^1] with { More = [.. _variants[^1].More, text.ToText()] };
        return this;
    }

    private async Task<IReadOnlyList<Variant>> SplitAsync(IReadOnlyList<Variant> variants)
    {
        if (!_isThread)
            return variants;

        var split = new List<Variant>(variants.Count);
        foreach (var variant in variants)
            split.Add(variant.More.Count > 0 ? variant : await _publisher.SplitAsync(_step, variant, _isNumbered));

        return split;
    }
}
