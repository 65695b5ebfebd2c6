using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>A placeholder in a text was not filled. Nothing was published.</summary>
public sealed class EmptyPlaceholderException : PluginHostException
{
    /// <summary>Makes one from the text and what is wrong with it.</summary>
    /// <param name="text">The text as far as it goes.</param>
    /// <param name="faults">What is wrong, one a placeholder.</param>
    public EmptyPlaceholderException(string text, IReadOnlyList<string> faults)
        : base($"\"{text}\" was not published: {string.Join("; ", faults)}.")
    {
    }
}
