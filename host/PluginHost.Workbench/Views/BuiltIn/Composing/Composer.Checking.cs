using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Workbench.Views.BuiltIn.Composing;

// What stands against the text.
internal sealed partial class Composer
{
    /// <summary>What stands against the draft: what counting says at once, and what the publisher said of it when the person last paused.</summary>
    public IReadOnlyList<Problem> Problems()
    {
        var (draft, asked) = (Draft, _checked);
        if (draft.IsBlank)
            return [];

        // An answer about an older text is right about what does not count.
        var isOld = asked is null || !asked.IsOf(draft);
        var told = asked?.Problems.Where(problem => !isOld || problem.Severity != Severity.Error) ?? [];
        return [.. isOld ? Counted(draft) : [], .. told, .. Unused(draft)];
    }

    /// <summary>Tells what the publisher found when it was given the draft.</summary>
    public void NoteProblems(Draft draft, IReadOnlyList<Problem> problems) => Note(new CheckedDraft { Draft = draft, Problems = problems, Previews = _checked?.Previews ?? [] });

    private void Note(CheckedDraft found)
    {
        _checked = found;
        Tell();
    }

    private IEnumerable<Problem> Counted(Draft draft)
    {
        var written = WrittenPost.Read(draft.Text);
        foreach (var profile in Chosen)
        {
            if (!_rules.TryGetValue(profile, out var known) || known.Rules is not { } rules)
                continue;

            var parts = WrittenPreview.Of(written.For(profile), rules).Parts;
            for (var part = 0; part < parts.Count; part++)
            {
                if (parts[part].Count is not { Fits: false } count)
                    continue;

                var fits = rules.FitsUpTo(parts[part].Text);
                yield return new Problem
                {
                    Rule = "workbench.length",
                    Severity = Severity.Error,
                    Profile = profile.Name,
                    Range = new TextRange { Part = part, Start = fits, Length = parts[part].Text.Length - fits },
                    Message = Texts.Fill(Texts.ComposerTooLong, count),
                };
            }
        }
    }

    // A name that was mistyped would leave a profile with the words of all others.
    private IEnumerable<Problem> Unused(Draft draft)
    {
        var known = _workbench.Engine.Profiles.All.SelectMany(profile => new[] { profile.Name, profile.Language }).Where(name => name.Length > 0).Distinct().ToList();
        return WrittenPost.Read(draft.Text).Unused(Chosen).Select(name => new Problem
        {
            Rule = "workbench.unused",
            Severity = Severity.Warning,
            Message = Texts.Fill(Texts.ComposerUnused, name, known.Contains(name, StringComparer.OrdinalIgnoreCase) ? "" : Nearest.Hint(name, known)),
        });
    }

    private async Task CheckAsync(Draft draft)
    {
        if (draft.IsBlank || draft.Profiles.Count == 0 || draft != _draft)
            return;

        CheckedDraft found;
        try
        {
            var publisher = await _workbench.Engine.GetPublisherAsync(_workbench.Left);
            var plan = PlanOf(draft, null) with { Effect = null };
            found = new CheckedDraft
            {
                Draft = draft,
                Problems = await publisher.CheckAsync(plan, _workbench.Left),
                Previews = await PreviewAsync(publisher, plan),
            };
        }
        catch (PluginHostException error)
        {
            found = new CheckedDraft { Draft = draft, Problems = [new Problem { Rule = "workbench.publisher", Severity = Severity.Error, Message = error.Message }] };
        }
        catch (OperationCanceledException)
        {
            return;
        }

        _workbench.Post(() => Note(found));
    }

    // A publisher need not know beforehand what would leave: then what was written is shown.
    private async Task<IReadOnlyList<VariantPreview>> PreviewAsync(IPublisher publisher, PostPlan plan)
    {
        try
        {
            return await publisher.PreviewAsync(plan, _workbench.Left);
        }
        catch (PluginHostException)
        {
            return [];
        }
    }
}
