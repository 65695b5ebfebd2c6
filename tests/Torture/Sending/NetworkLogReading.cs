using PluginHost.RehearsalServer;
using PluginHost.Torture.Counting;
using PluginHost.Torture.Places;

namespace PluginHost.Torture.Sending;

/// <summary>What is counted of the network's own log, under the names that <c>plugins.yaml</c> gives the profiles.</summary>
internal static class NetworkLogReading
{
    public static NetworkFindings Of(string file)
    {
        var log = NetworkLog.Read(file);
        return new NetworkFindings
        {
            Published = [.. log.Published.Select(post => (Profiles.NameOf(post.Profile), post.Text))],
            RefusedForGood = [.. log.Refused.Select(post => (Profiles.NameOf(post.Profile), post.Text))],
            LostAnswers = [.. log.LostAnswers.Select(answer => (Profiles.NameOf(answer.Profile), answer.Text))],
        };
    }
}
