using System.Text.RegularExpressions;
using PluginHost.Campaigns;

namespace PluginHost.Engine.Workspaces.Editing;

/// <summary>A profile as it is written into <c>plugins.yaml</c>: on one line, without what it says anyway.</summary>
internal static partial class ProfileText
{
    public static string Of(Profile profile)
    {
        var keys = new List<string> { $"network: {Scalar(profile.Network)}" };
        Add("server", profile.Server, "");
        Add("as", profile.As, "");
        Add("handle", profile.Handle, profile.Name[1..]);
        Add("purpose", profile.Purpose, "");
        Add("language", profile.Language, "");
        return $"\"{profile.Name}\": {{ {string.Join(", ", keys)} }}";

        void Add(string key, string value, string unsaid)
        {
            if (value != unsaid)
                keys.Add($"{key}: {Scalar(value)}");
        }
    }

    // Plain where no reader of YAML takes it for anything but a text ("no" is a language, and a flag); else in quotes, where only these two need a sign before them.
    private static string Scalar(string text) => Plain.IsMatch(text) && !Word.IsMatch(text)
        ? text
        : $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    [GeneratedRegex(@"\A(https?://)?[A-Za-z][A-Za-z0-9_./-]*(:[0-9]+)?\z")]
    private static partial Regex Plain { get; }

    [GeneratedRegex(@"\A(true|false|yes|no|on|off|y|n|null)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Word { get; }
}
