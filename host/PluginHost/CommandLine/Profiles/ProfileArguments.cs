using System.CommandLine;

namespace PluginHost.CommandLine.Profiles;

/// <summary>What the verbs for profiles take.</summary>
internal static class ProfileArguments
{
    public static Argument<string> Name { get; } = new("name")
    {
        Description = "The profile's name, with its at sign; \"pluginhost profiles\" lists them.",
        HelpName = "@name",
    };

    public static Argument<string?> AnyName { get; } = new("name")
    {
        Description = "The profile's name, with its at sign. Default: all of them.",
        HelpName = "@name",
        Arity = ArgumentArity.ZeroOrOne,
    };
}
