namespace PluginHost.Benchmarks.Keys;

/// <summary>A workspace whose every post is answered by ten people at once, and a campaign that posts 500 times and hears all 5,000.</summary>
internal static class BusyCampaign
{
    public const string Script = "busy";

    /// <summary>What the campaign says first. A letter that nobody else shows: a terminal gets what has changed, and a word might not be whole in it.</summary>
    public const string FirstWord = "\u2c00";

    /// <summary>What it says when it has heard the last reply.</summary>
    public const string LastWord = "\u2c01";

    public static void Make(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "scripts"));
        File.WriteAllText(
            Path.Combine(folder, "plugins.yaml"),
            """
            plugins:
              posting:
              rehearsal: { settings: { seed: 1, followers: 10, audience: audience.yaml } }
            profiles:
              "@press": { network: rehearsal, purpose: press, language: en }
              "@help":  { network: rehearsal, purpose: support, language: en }
            """);
        File.WriteAllText(
            Path.Combine(folder, "audience.yaml"),
            """
            groups:
              - name: everybody
                share: 1
                languages: [en]
                chances: { reply: 1, repost: 0, like: 0, follow: 0 }
                delay: { from: 0s, to: 1s }
                replies: { en: [ "Heard.", "Good to know." ] }
            """);
        File.WriteAllText(
            Path.Combine(folder, "scripts", $"{Script}.csx"),
            $$"""
            Say("{{FirstWord}}");
            var posts = new List<ScriptPost>();
            for (var number = 1; number <= 500; number++)
                posts.Add(await Publish.Now("@press", $"Number {number} of today."));

            var heard = 0;
            foreach (var post in posts)
            {
                var replies = 0;
                await foreach (var reply in post.Replies.Until(Now + Minutes(10)))
                {
                    heard++;
                    if (++replies == 10)
                        break;
                }
            }

            Say(heard == 5000 ? "{{LastWord}}" : $"Only {heard} replies came.");
            """);
    }
}
