using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PluginHost.PressRoom.Site;
using PluginHost.Sdk;

namespace PluginHost.PressRoom.Releases;

/// <summary>Reads one file of a release, with the blocks and pictures that it names, and notes everything that cannot be.</summary>
internal sealed partial class FileReader(IWorkspace workspace, PressSettings settings, List<ReleaseProblem> problems)
{
    private const string DefaultTeaser = "{title}\n\n{link}";

    /// <returns>What it says, also where something of it cannot be: its siblings are held against it all the same. Null where it cannot be read at all.</returns>
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

        var fields = new FieldReader(file, front, problems);
        fields.RefuseUnknown();
        var sources = new List<ReleaseSource> { new() { File = file.Path, Hash = hash } };
        var draft = new FileDraft
        {
            File = file,
            Front = front,
            Text = new ReleaseText
            {
                Language = file.Language,
                Slug = fields.Slug(),
                Title = fields.Required(KnownFields.Title, "title: Five gigabytes for everybody"),
                Summary = fields.Required(KnownFields.Summary, "summary: What it is about, in one sentence."),
                Body = front.Body.Trim('\n') + "\n",
                About = await BlockAsync(fields, KnownFields.About, sources, cancel),
                Contact = await BlockAsync(fields, KnownFields.Contact, sources, cancel),
                Tags = fields.List(KnownFields.Tags),
            },
            Embargo = fields.Embargo(),
            Teaser = fields.Text(KnownFields.Teaser) is { Length: > 0 } teaser ? teaser : DefaultTeaser,
            Purpose = fields.Text(KnownFields.Purpose),
            Profiles = fields.List(KnownFields.Profiles),
            Sources = sources,
        };
        if (string.IsNullOrWhiteSpace(front.Body))
            Add(file, front.BodyLine, "the release says nothing: its text begins below the second line of hyphens.");

        await AddPicturesAsync(draft, sources, cancel);
        return draft;
    }

    // A block of this language, else the one for all.
    private async Task<string> BlockAsync(FieldReader fields, string field, List<ReleaseSource> sources, CancellationToken cancel)
    {
        var name = fields.Text(field);
        if (name.Length == 0)
            return "";

        if (!ReleaseFile.IsName(name))
        {
            fields.Add(field, $"\"{name}\" names no block. {field}: about means {settings.Releases}/blocks/about.{fields.File.Language}.md.");
            return "";
        }

        var own = $"{settings.Releases}/blocks/{name}.{fields.File.Language}.md";
        var shared = $"{settings.Releases}/blocks/{name}.md";
        var found = workspace.Exists(own) ? own : workspace.Exists(shared) ? shared : null;
        if (found is null)
        {
            fields.Add(field, $"there is no block {name}: neither {own} nor {shared}. Write one of them.");
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
    private static ReleaseProblem Placed(string file, string message)
    {
        var place = Place().Match(message);
        return place.Success && place.Groups["file"].Value == file
            ? new ReleaseProblem
            {
                File = file,
                Line = int.Parse(place.Groups["line"].ValueSpan, CultureInfo.InvariantCulture),
                Message = place.Groups["rest"].Value,
            }
            : new ReleaseProblem { File = file, Message = message };
    }

    [GeneratedRegex(@"^(?<file>[^\n(]+)\((?<line>\d{1,7})\): (?<rest>.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Place();
}
