using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.PressRoom.Releases;

/// <summary>Reads releases from the files of the workspace: a Markdown file a language, which must agree with one another.</summary>
internal sealed class ReleaseReader(IWorkspace workspace, ITimes times, IProfiles profiles, PressSettings settings)
{
    /// <summary>The names of the releases that have files, in order.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(CancellationToken cancel) =>
        [.. (await FilesAsync(cancel)).Select(file => file.Release).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The files of a release, by their paths.</summary>
    public async Task<IReadOnlyList<string>> FilesOfAsync(string name, CancellationToken cancel) =>
        [.. (await FilesAsync(cancel)).Where(file => file.Release == name).Select(file => file.Path)];

    /// <exception cref="WrongUseException">There is no file of this release.</exception>
    public async Task<ReleaseReading> ReadAsync(string name, CancellationToken cancel)
    {
        var all = await FilesAsync(cancel);
        var files = all.Where(file => file.Release == name).ToList();
        if (files.Count == 0)
            throw new WrongUseException(
                $"There is no release \"{name}\" in {settings.Releases}/: it would be a file {settings.Releases}/{name}.en.md, or of another language."
                + Nearest.Hint(name, all.Select(file => file.Release).Distinct()));

        var problems = new List<ReleaseProblem>();
        var reader = new FileReader(workspace, settings, problems);
        var drafts = new List<FileDraft>();
        foreach (var file in files)
        {
            if (await reader.ReadAsync(file, cancel) is { } draft)
                drafts.Add(draft);
        }

        foreach (var twice in drafts.GroupBy(draft => draft.File.Language, StringComparer.OrdinalIgnoreCase).SelectMany(same => same.Skip(1)))
            problems.Add(new ReleaseProblem { File = twice.File.Path, Message = "this language has another file already. Keep one of them." });

        // All that is wrong is said at once: whoever mends one thing after the other asks once for each.
        var due = drafts.Count == 0 ? null : DueOf(drafts, problems);
        var teasers = new TeaserWriter(profiles, settings, problems).Write(drafts, [.. files.Select(file => file.Language)]);
        return new ReleaseReading
        {
            Name = name,
            Problems = problems,
            Teasers = teasers,
            Draft = problems.Count > 0 ? null : new ReleaseDraft
            {
                Name = name,
                Embargo = drafts[0].Embargo,
                Due = due,
                Texts = [.. drafts.Select(draft => draft.Text)],
                Teasers = teasers,
                Sources = [.. drafts.SelectMany(draft => draft.Sources).DistinctBy(source => source.File)],
            },
        };
    }

    private async Task<IReadOnlyList<ReleaseFile>> FilesAsync(CancellationToken cancel) =>
        [.. (await workspace.FilesAsync(settings.Releases, cancel)).Select(path => ReleaseFile.Read(settings.Releases, path)).OfType<ReleaseFile>()];

    // One instant for all languages: a release that is out in one is out.
    private DueTime? DueOf(List<FileDraft> drafts, List<ReleaseProblem> problems)
    {
        var first = drafts[0];
        foreach (var other in drafts.Where(draft => draft.Embargo != first.Embargo))
            problems.Add(new ReleaseProblem
            {
                File = other.File.Path,
                Line = other.Front.LineOf(KnownFields.Embargo),
                Message = $"the embargo is {Quote(other.Embargo)}, and in {first.File.Path} it is {Quote(first.Embargo)}. All languages come out at one instant: write the same.",
            });

        if (first.Embargo.Length == 0)
            return null;

        try
        {
            if (first.Embargo.Length < 10 || !DateOnly.TryParseExact(first.Embargo[..10], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, default, out _))
                throw new WrongUseException($"\"{first.Embargo}\" names no day.");

            return times.Read(first.Embargo);
        }
        catch (WrongUseException wrong)
        {
            problems.Add(new ReleaseProblem
            {
                File = first.File.Path,
                Line = first.Front.LineOf(KnownFields.Embargo),
                Message = $"the embargo is no time: {wrong.Message} Write it as 2027-03-01 09:00 Europe/Oslo.",
            });
            return null;
        }
    }

    private static string Quote(string embargo) => embargo.Length == 0 ? "missing" : $"\"{embargo}\"";
}
