using System.Text;
using System.Text.RegularExpressions;
using PluginHost.PressRoom.Site;
using PluginHost.Sdk;

namespace PluginHost.PressRoom.Releases;

/// <summary>Reads one file of a release, with the blocks and pictures that it names, and notes everything that cannot be.</summary>
internal sealed partial class FileReader(IWorkspace workspace, PressSettings settings, List<ReleaseProblem> problems)
{
    private const string DefaultTeaser = "{title}\n\n{link}";

    /// <returns>What it says; null where it cannot be read at all.</returns>
    public async Task<FileDraft?> ReadAsync(ReleaseFile file, CancellationToken cancel)
    {
        var source = await ReadSourceAsync(file.Path, cancel);
        if (source is not var (text, hash))
            return null;

        var front = FrontMatter.Read(file.Path, text, workspace.ReadYaml, out var problem);
        if (front is null)
        {
            problems.Add(Placed(file.Path, problem!));
            return null;
        }

        var before = problems.Count;
        foreach (var (field, _) in front.Fields.Fields.Where(field => !KnownFields.All.Contains(field.Key)))
            Add(file, front.LineOf(field), $"a release says nothing of \"{field}\", only of {string.Join(", ", KnownFields.All)}.{Nearest.Hint(field, KnownFields.All)}");

        var sources = new List<ReleaseSource> { new() { File = file.Path, Hash = hash } };
        var draft = new FileDraft
        {
            File = file,
            Front = front,
            Text = new ReleaseText
            {
                Language = file.Language,
                Slug = SlugOf(file, front),
                Title = Required(file, front, KnownFields.Title, "title: Five gigabytes for everybody"),
                Summary = Required(file, front, KnownFields.Summary, "summary: What it is about, in one sentence."),
                Body = front.Body.Trim('\n') + "\n",
                About = await BlockAsync(file, front, KnownFields.About, sources, cancel),
                Contact = await BlockAsync(file, front, KnownFields.Contact, sources, cancel),
                Tags = ListOf(file, front, KnownFields.Tags),
            },
            Embargo = TextOf(file, front, KnownFields.Embargo),
            Teaser = TextOf(file, front, KnownFields.Teaser) is { Length: > 0 } teaser ? teaser : DefaultTeaser,
            Purpose = TextOf(file, front, KnownFields.Purpose),
            Profiles = ListOf(file, front, KnownFields.Profiles),
            Sources = sources,
        };
        if (string.IsNullOrWhiteSpace(front.Body))
            Add(file, front.BodyLine, "the release says nothing: its text begins below the second line of hyphens.");

        await AddPicturesAsync(draft, sources, cancel);
        return problems.Count == before ? draft : null;
    }

    private string SlugOf(ReleaseFile file, FrontMatter front)
    {
        var slug = TextOf(file, front, KnownFields.Slug) is { Length: > 0 } given ? given : file.Release.ToLowerInvariant().Replace('_', '-');
        if (!Slug().IsMatch(slug) || slug is "index")
            Add(file, front.LineOf(KnownFields.Slug), $"\"{slug}\" cannot name a page. Use small letters, digits and single hyphens: five-gigabytes.");

        return slug;
    }

    private string Required(ReleaseFile file, FrontMatter front, string field, string example)
    {
        var text = TextOf(file, front, field);
        if (text.Length == 0)
            Add(file, front.LineOf(field), $"there is no {field}. Write {example}");
        else if (text.Any(char.IsControl))
            Add(file, front.LineOf(field), $"the {field} has more than one line, or a control character. Write it on one line.");

        return text;
    }

    private string TextOf(ReleaseFile file, FrontMatter front, string field)
    {
        var value = front.Fields.Find(field);
        if (value is ListValue or Record or Table)
            Add(file, front.LineOf(field), $"{field} is one text. Write it as {field}: some words, in quotation marks where it has a colon.");

        return value?.ToString().Trim() ?? "";
    }

    private IReadOnlyList<string> ListOf(ReleaseFile file, FrontMatter front, string field)
    {
        switch (front.Fields.Find(field))
        {
            case null or NothingValue:
                return [];
            case ListValue list when list.Items.All(item => item is not (ListValue or Record) && !item.ToString().Contains('\n', StringComparison.Ordinal)):
                return [.. list.Items.Select(item => item.ToString().Trim()).Where(item => item.Length > 0)];
            case TextValue { Text: var text }:
                return [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
            default:
                Add(file, front.LineOf(field), $"{field} is a list of words. Write it as {field}: [one, another].");
                return [];
        }
    }

    // A block of this language, else the one for all.
    private async Task<string> BlockAsync(ReleaseFile file, FrontMatter front, string field, List<ReleaseSource> sources, CancellationToken cancel)
    {
        var name = TextOf(file, front, field);
        if (name.Length == 0)
            return "";

        if (!ReleaseFile.IsName(name))
        {
            Add(file, front.LineOf(field), $"\"{name}\" names no block. {field}: about means {settings.Releases}/blocks/about.{file.Language}.md.");
            return "";
        }

        var own = $"{settings.Releases}/blocks/{name}.{file.Language}.md";
        var shared = $"{settings.Releases}/blocks/{name}.md";
        var found = workspace.Exists(own) ? own : workspace.Exists(shared) ? shared : null;
        if (found is null)
        {
            Add(file, front.LineOf(field), $"there is no block {name}: neither {own} nor {shared}. Write one of them.");
            return "";
        }

        if (await ReadSourceAsync(found, cancel) is not var (text, hash))
            return "";

        sources.Add(new ReleaseSource { File = found, Hash = hash });
        AddUnsafeLinks(found, text, 1);
        return text.Trim();
    }

    private async Task AddPicturesAsync(FileDraft draft, List<ReleaseSource> sources, CancellationToken cancel)
    {
        var (file, front) = (draft.File, draft.Front);
        AddUnsafeLinks(file.Path, front.Body, front.BodyLine);
        foreach (var picture in Markup.PicturesOf(front.Body))
        {
            var line = front.BodyLine + picture.Line - 1;
            if (!picture.IsDescribed)
                Add(file, line, $"the picture {picture.Address} has no description. Say what it shows: ![Two people at a counter]({picture.Address}).");

            if (Pictures.PathOf(settings.Releases, picture.Address) is not { } path)
                Add(file, line, $"the picture {picture.Address} cannot stand in the newsroom. Lay a {Pictures.Known} into {settings.Releases} and name it from there.");
            else if (!workspace.Exists(path))
                Add(file, line, $"there is no picture {path}.");
            else if (await Pictures.HashAsync(workspace, path, cancel) is not { } hash)
                Add(file, line, $"the picture {path} has more than {Pictures.MostText}. Make it smaller.");
            else if (!sources.Exists(known => known.File == path))
                sources.Add(new ReleaseSource { File = path, Hash = hash, Asset = Pictures.AssetOf(path, hash) });
        }
    }

    private void AddUnsafeLinks(string file, string text, int firstLine)
    {
        foreach (var (address, line) in Markup.UnsafeLinksOf(text))
            problems.Add(new ReleaseProblem
            {
                File = file,
                Line = firstLine + line - 1,
                Message = $"the link \"{address}\" leads nowhere from a page. Links begin with https:, http: or mailto:.",
            });
    }

    private async Task<(string Text, string Hash)?> ReadSourceAsync(string file, CancellationToken cancel)
    {
        try
        {
            var text = await workspace.ReadTextAsync(file, cancel);
            return (text, Hashes.Of(Encoding.UTF8.GetBytes(text)));
        }
        catch (PluginHostException unread)
        {
            problems.Add(Placed(file, unread.Message));
            return null;
        }
    }

    private void Add(ReleaseFile file, int line, string message) => problems.Add(new ReleaseProblem { File = file.Path, Line = line, Message = message });

    // What the host says of a file names file and line itself.
    private static ReleaseProblem Placed(string file, string message) => Place().Match(message) is { Success: true } place && place.Groups["file"].Value == file
        ? new ReleaseProblem { File = file, Line = int.Parse(place.Groups["line"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture), Message = place.Groups["rest"].Value }
        : new ReleaseProblem { File = file, Message = message };

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Slug();

    [GeneratedRegex(@"^(?<file>[^\n(]+)\((?<line>\d{1,7})\): (?<rest>.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Place();
}
