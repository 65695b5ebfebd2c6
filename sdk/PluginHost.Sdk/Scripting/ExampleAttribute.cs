namespace PluginHost.Sdk;

/// <summary>An example of a script that uses this plugin. It is shown beside the plugin's commands, and can be run.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ExampleAttribute : Attribute
{
    /// <summary>Makes one with its title and code.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="code">The script.</param>
    public ExampleAttribute(string title, string code)
    {
        Title = title;
        Code = code;
    }

    /// <summary>What it shows.</summary>
    public string Title { get; }

    /// <summary>The script.</summary>
    public string Code { get; }
}
