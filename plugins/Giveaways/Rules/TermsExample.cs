using System.Globalization;
using PluginHost.Campaigns;

namespace PluginHost.Giveaways.Rules;

/// <summary>The file that a newcomer begins with: a giveaway that can be as it stands, and every key with its default beside it.</summary>
internal static class TermsExample
{
    /// <param name="name">The giveaway's name.</param>
    /// <param name="path">Where the file will stand.</param>
    /// <param name="profile">Who announces it.</param>
    /// <param name="closes">Until when answers count, by the wall clock of the workspace.</param>
    /// <param name="zone">The name of the workspace's zone.</param>
    public static string Of(string name, string path, Profile profile, DateTime closes, string zone) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        # A giveaway. Change what is not so, then have it written down: giveaways.plan file={{path}}
        # Nothing is said in public before giveaways.announce giveaway={{name}}. What stands behind a # is a comment.

        # What people know it by, at most 60 letters.
        title: {{TitleOf(name)}}

        # What there is to win, the first drawn first: 1 to 100.
        prizes:
          - First prize
          - Second prize

        # Until when answers count. Without a zone the workspace's is meant ({{zone}}); another stands behind it: 2026-12-18 18:00 Europe/Oslo.
        closes: {{closes:yyyy-MM-dd HH:mm}}

        # Who announces it, a line a profile, each in its own words. Who answers there enters.
        announce:
          "{{profile.Name}}": "Two of you win. Answer “count me in” until {{closes:d MMMM HH:mm}}."

        # Who takes part: who answers in time and does all of this, a person once. Left out: whoever answers.
        rules:
          phrase: count me in       # words that the answer must hold, whatever their capitals. Default: none.
          # mention: "@{{profile.Handle}}"{{new string(' ', Math.Max(1, 13 - profile.Handle.Length))}}# a handle that it must mention; X asks for one in giveaways. Default: none.
          # hashtag: summer         # a hashtag that it must have. Default: none.
          # follow: true            # whether they must follow the profile that they answer. Default: false.
          # repost: true            # whether they must have passed the announcement on. Default: false.
          # age: 30d                # how old their account must be at least: 36h, 30d. Default: any age.
          # exclude: [kari, ola]    # handles that do not take part; the workspace's own profiles never do. Default: nobody.

        # How long a winner has to answer; then the prize goes to the next: 30m, 36h, 3d. Default: 2d.
        claim: 2d

        # How long after it is named the drand round comes that decides, at least 1m. Default: 10m.
        lead: 10m

        # What a winner is told: one text, or one a language (notice: { en: …, nb: … }). {handle}, {prize}, {title} and {until} are filled in. Default:
        # notice: "{{Steps.Course.Plain}}"

        # Whether a person begins each step: giveaways.freeze, .commit, .draw, .notify, .pass-on, .close. Default: false; whoever serves the workspace
        # (pluginhost serve, or the open screen) does each when it is due.
        by-hand: false

        """);

    // A plain text, whatever the name: one that is a number needs quotes.
    private static string TitleOf(string name)
    {
        var words = name.Replace('-', ' ').Trim();
        return words.Length == 0 ? "\"Giveaway\"" : $"\"{char.ToUpperInvariant(words[0])}{words[1..]}\"";
    }
}
