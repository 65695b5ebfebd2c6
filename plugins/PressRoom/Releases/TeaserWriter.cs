using System.Text.RegularExpressions;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.PressRoom.Releases;

/// <summary>Writes what announces a release: each profile in its language, and none of them left out in silence.</summary>
internal sealed partial class TeaserWriter(IProfiles profiles, PressSettings settings, List<ReleaseProblem> problems)
{
    /// <param name="drafts">What the files say that could be read.</param>
    /// <param name="languages">The languages of all files. Nobody is told to write what is there and cannot be read.</param>
    /// <returns>The teasers, in the order of <c>plugins.yaml</c>.</returns>
    public IReadOnlyList<WrittenTeaser> Write(IReadOnlyList<FileDraft> drafts, IReadOnlyList<string> languages)
    {
        var speakers = new Dictionary<string, FileDraft>(StringComparer.Ordinal);
        foreach (var draft in drafts)
            AddNamed(draft, speakers);

        foreach (var draft in drafts.Where(draft => draft.Purpose.Length > 0))
            AddPurpose(draft, drafts, languages, speakers);

        return [.. profiles.All.Where(profile => speakers.ContainsKey(profile.Name)).Select(profile => TeaserOf(profile, speakers[profile.Name])).OfType<WrittenTeaser>()];
    }

    private void AddNamed(FileDraft draft, Dictionary<string, FileDraft> speakers)
    {
        foreach (var name in draft.Profiles)
        {
            var profile = profiles.All.FirstOrDefault(profile => profile.Name == name);
            if (profile is null)
                Add(draft, KnownFields.Profiles, $"there is no profile {name} in plugins.yaml.{Nearest.Hint(name, profiles.All.Select(known => known.Name))}");
            else if (!profile.CanSend)
                Add(draft, KnownFields.Profiles, $"{name} only listens. Leave it out.");
            else if (profile.Language.Length > 0 && !Speaks(profile, draft))
                Add(draft, KnownFields.Profiles, $"{name} speaks \"{profile.Language}\", and this text is in \"{draft.Text.Language}\". Name it in the file of its language.");
            else if (!speakers.TryAdd(name, draft))
                Add(draft, KnownFields.Profiles, $"{name} is named in {speakers[name].File.Path} already. A profile announces a release once.");
        }
    }

    private void AddPurpose(FileDraft draft, IReadOnlyList<FileDraft> drafts, IReadOnlyList<string> languages, Dictionary<string, FileDraft> speakers)
    {
        var meant = profiles.All.Where(profile => profile.Purpose == draft.Purpose && profile.CanSend).ToList();
        if (meant.Count == 0)
            Add(draft, KnownFields.Purpose, $"no profile that may speak has the purpose \"{draft.Purpose}\".{Nearest.Hint(draft.Purpose, profiles.All.Select(profile => profile.Purpose))}");

        foreach (var profile in meant)
        {
            // A purpose that one file names is meant in all languages.
            if (SpeakerOf(profile, drafts) is { } speaker)
                speakers.TryAdd(profile.Name, speaker);
            else if (!speakers.ContainsKey(profile.Name) && !languages.Any(language => Speaks(profile, language)))
                Add(draft, KnownFields.Purpose, $"{profile.Name} speaks \"{profile.Language}\", and there is no text in it. "
                    + $"Write {settings.Releases}/{draft.File.Release}.{(profile.Language.Length > 0 ? profile.Language : "en")}.md, or name profiles in place of the purpose.");
        }
    }

    // The text of its very language, else of the language without its region.
    private static FileDraft? SpeakerOf(Profile profile, IReadOnlyList<FileDraft> drafts) =>
        drafts.FirstOrDefault(draft => Same(draft.Text.Language, profile.Language)) ?? drafts.FirstOrDefault(draft => Speaks(profile, draft))
        ?? (profile.Language.Length == 0 && drafts.Count == 1 ? drafts[0] : null);

    private static bool Speaks(Profile profile, FileDraft draft) => Speaks(profile, draft.Text.Language);

    private static bool Speaks(Profile profile, string language) =>
        Same(language, profile.Language) || Same(language, profile.Language.Split('-')[0]) || Same(language.Split('-')[0], profile.Language);

    private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);

    private WrittenTeaser? TeaserOf(Profile profile, FileDraft draft)
    {
        var before = problems.Count;
        var text = Placeholder().Replace(draft.Teaser, match =>
        {
            switch (match.Groups[1].Value)
            {
                case "title":
                    return draft.Text.Title;
                case "summary":
                    return draft.Text.Summary;
                case "link" when settings.Address.Length > 0:
                    return settings.Address + Site.SitePaths.PageOf(draft.Text.Language, draft.Text.Slug);
                case "link":
                    Add(draft, KnownFields.Teaser, "the teaser has a link, and nobody has said where the newsroom is to be read. Say so in plugins.yaml, under press: settings: { address: \"https://…\" }.");
                    return "";
                default:
                    Add(draft, KnownFields.Teaser, $"{match.Value} stands for nothing in a teaser. There are {{title}}, {{summary}} and {{link}}.");
                    return "";
            }
        });
        return problems.Count > before ? null : new WrittenTeaser { Profile = profile.Name, Language = draft.Text.Language, Text = text };
    }

    private void Add(FileDraft draft, string field, string message)
    {
        var problem = new ReleaseProblem { File = draft.File.Path, Line = draft.Front.LineOf(field), Message = message };
        if (!problems.Contains(problem))
            problems.Add(problem);
    }

    [GeneratedRegex(@"\{([^{}]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
