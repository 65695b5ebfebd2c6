using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PluginHost.Campaigns;

namespace PluginHost.Sdk.Testing;

/// <summary>Writes the <c>plugins.yaml</c> of a test. It is read as any other, so what is wrong with it is told as it is to people.</summary>
internal static class WorkspaceText
{
    private static readonly JavaScriptEncoder Plain = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static string Of(TestHostOptions options, PluginPlace plugin, bool isOnShelf, IReadOnlyList<Profile> profiles)
    {
        var text = new StringBuilder();
        text.Append("zone: ").Append(Quote(options.Zone)).Append("\nplugins:\n");
        Append(text, plugin, isOnShelf, options.Settings);
        foreach (var other in options.Others)
            Append(text, PluginPlace.In(other), isOnShelf: false, []);

        if (profiles.Count > 0)
            text.Append("profiles:\n");

        foreach (var profile in profiles)
            Append(text, profile);

        return text.Append(options.Workspace).Append('\n').ToString();
    }

    private static void Append(StringBuilder text, PluginPlace plugin, bool isOnShelf, IReadOnlyList<(string Name, Value Value)> settings)
    {
        text.Append("  ").Append(plugin.Manifest.Id).Append(":\n");
        if (!isOnShelf)
            text.Append("    path: ").Append(Quote(plugin.Folder)).Append('\n');

        if (settings.Count == 0)
            return;

        text.Append("    settings:\n");
        foreach (var (name, value) in settings)
        {
            var written = value is ListValue list ? $"[{string.Join(", ", list.Items.Select(item => Quote(item.ToString())))}]" : Quote(value.ToString());
            text.Append("      ").Append(Quote(name)).Append(": ").Append(written).Append('\n');
        }
    }

    private static void Append(StringBuilder text, Profile profile)
    {
        text.Append("  ").Append(Quote(profile.Name)).Append(": { network: ").Append(Quote(profile.Network)).Append(", handle: ").Append(Quote(profile.Handle));
        foreach (var (key, value) in new[] { ("server", profile.Server), ("as", profile.As), ("purpose", profile.Purpose), ("language", profile.Language) })
        {
            if (value.Length > 0)
                text.Append(", ").Append(key).Append(": ").Append(Quote(value));
        }

        text.Append(" }\n");
    }

    // JSON's quotes are YAML's.
    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text, Plain)}\"";
}
