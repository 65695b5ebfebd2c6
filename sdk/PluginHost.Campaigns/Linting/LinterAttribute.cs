using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>
/// Makes what a method of the plugin class returns a linter. The method takes <see cref="IHost"/> and a <see cref="CancellationToken"/>, each only where it
/// wants it, and returns a <see cref="Campaigns.Linter"/> or a task of one. It is called once, when something is first checked.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LinterAttribute : Attribute
{
    /// <summary>Makes one with its id, title and severity.</summary>
    /// <param name="id">The id, under the plugin's: <c>acme.tone</c>. It is the rule that problems are named after.</param>
    /// <param name="title">What it looks for, as a person reads it.</param>
    /// <param name="severity">How grave its findings are, unless the workspace says otherwise in <c>linters:</c> of <c>plugins.yaml</c>.</param>
    public LinterAttribute(string id, string title, Severity severity)
    {
        Id = id;
        Title = title;
        Severity = severity;
    }

    /// <summary>The id, under the plugin's.</summary>
    public string Id { get; }

    /// <summary>What it looks for, as a person reads it.</summary>
    public string Title { get; }

    /// <summary>How grave its findings are, unless the workspace says otherwise.</summary>
    public Severity Severity { get; }
}
