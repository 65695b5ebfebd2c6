using System.Text;

namespace PluginHost.Terminal.Tests.Text;

/// <summary>What a line shows, as one text from left to right.</summary>
internal static class Seen
{
    public static string In(TextLine line)
    {
        var seen = new StringBuilder();
        foreach (var cluster in line)
            seen.Append(cluster.Text);

        return seen.ToString();
    }
}
