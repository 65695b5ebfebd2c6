using System.Globalization;
using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>Counts what a run publishes, over all its interruptions, and stops it at the limit.</summary>
internal sealed class PostBudget(int posts)
{
    private static readonly string[] Publishing = ["publish:", "answer:"];
    private int _spent;

    /// <summary>Counts a step that was done before.</summary>
    public void Count(string step)
    {
        if (IsPost(step))
            _spent++;
    }

    /// <summary>Counts a step that is about to be done.</summary>
    /// <exception cref="PluginHostException">It would be one too many.</exception>
    public void Spend(string step)
    {
        if (!IsPost(step))
            return;

        if (_spent >= posts)
        {
            throw new PluginHostException(string.Create(
                CultureInfo.InvariantCulture,
                $"The budget is {posts} posts, and they are out: this one was not published. Raise the campaign's budget, and resume it."));
        }

        _spent++;
    }

    private static bool IsPost(string step) => Array.Exists(Publishing, kind => step.StartsWith(kind, StringComparison.Ordinal));
}
