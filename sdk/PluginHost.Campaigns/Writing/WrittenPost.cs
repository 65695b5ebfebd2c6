namespace PluginHost.Campaigns;

/// <summary>
/// A post as a person writes it in one text: what everybody says first, then, where some say it otherwise, sections of their own. <c>=== nb</c> begins the
/// words of a language, <c>=== @telco_help</c> those of a profile; <c>---</c> begins the next part of a thread; <c>![what is to be seen](cone.jpg)</c> adds a
/// picture; <c>!warning Spoiler</c> shows a warning first, <c>!for followers</c> (or <c>unlisted</c>, <c>mentioned</c>) says who sees it, <c>!poll 1d Vanilla | Mint</c> asks (<c>m</c>, <c>h</c>, <c>d</c>),
/// <c>!quote ID</c> quotes a post, <c>!card https://… Title | what the page says</c> adds a link card. Each stands alone on its line; a backslash before it makes it a line like any other.
/// </summary>
public sealed class WrittenPost
{
    private readonly IReadOnlyList<WrittenSection> _sections;

    private WrittenPost(IReadOnlyList<WrittenSection> sections) => _sections = sections;

    /// <summary>For whom there are words of their own: languages and profiles, as they were written, in their order.</summary>
    public IReadOnlyList<string> Names => [.. _sections.SelectMany(section => section.Names)];

    /// <summary>Reads a text. Every text is a post: what is no mark is said.</summary>
    /// <param name="text">What was written.</param>
    /// <returns>The post.</returns>
    public static WrittenPost Read(string text) => new(WrittenReader.Read(text));

    /// <summary>How a profile says it: in its own words, else in those of its language, else in everybody's.</summary>
    /// <param name="profile">The profile.</param>
    /// <returns>The variant. Its text is empty where nothing was written for this profile.</returns>
    public Variant For(Profile profile)
    {
        var section = SectionOf(profile);
        return new Variant
        {
            Profile = profile.Name,
            Text = section.Parts[0].Text,
            More = [.. section.Parts.Skip(1).Select(part => part.Text)],
            Media = [.. section.Parts.SelectMany(part => part.Media)],
            Extras = section.Extras,
            Language = section.Names.Any(name => IsLanguage(name, profile)) ? profile.Language : "",
        };
    }

    /// <summary>Where in the written text a place of a profile's variant is.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="range">The place in its variant.</param>
    /// <returns>The place, in UTF-16 units from the beginning of what was written; the end of the part where it reaches beyond that.</returns>
    public int PlaceOf(Profile profile, TextRange range)
    {
        var parts = SectionOf(profile).Parts;
        return parts[Math.Clamp(range.Part, 0, parts.Count - 1)].PlaceOf(range.Start);
    }

    /// <summary>Where in the written text the line of one of a profile's pictures and films is.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="medium">Which one, from 0.</param>
    /// <returns>The place and the length of the line, in UTF-16 units.</returns>
    public (int Start, int Length) PlaceOfMedium(Profile profile, int medium)
    {
        var line = SectionOf(profile).Parts.SelectMany(part => part.MediumLines).ElementAt(medium);
        return (line.Place, line.Text.Length);
    }

    /// <summary>Words that nobody of these says: a name that was mistyped, a profile that was not chosen.</summary>
    /// <param name="profiles">Who is to say the post.</param>
    /// <returns>The names, as they were written.</returns>
    public IReadOnlyList<string> Unused(IReadOnlyList<Profile> profiles)
    {
        var used = profiles.Select(SectionOf).ToHashSet();
        return [.. _sections.Where(section => section.Names.Count > 0 && !used.Contains(section)).SelectMany(section => section.Names)];
    }

    private WrittenSection SectionOf(Profile profile) =>
        Last(name => name.Equals(profile.Name, StringComparison.OrdinalIgnoreCase))
        ?? Last(name => IsLanguage(name, profile))
        ?? _sections[0];

    // Who writes a section twice means the second.
    private WrittenSection? Last(Predicate<string> isMeant) => _sections.LastOrDefault(section => section.Names.Any(name => isMeant(name)));

    private static bool IsLanguage(string name, Profile profile) =>
        profile.Language.Length > 0 && name.Equals(profile.Language, StringComparison.OrdinalIgnoreCase);
}
