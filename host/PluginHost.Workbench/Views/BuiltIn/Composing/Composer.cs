using System.Collections.Concurrent;
using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;
using PluginHost.Workbench.Telling;

namespace PluginHost.Workbench.Views.BuiltIn.Composing;

/// <summary>
/// One text, and what the networks of the chosen profiles make of it. Counting asks no plugin: a network's rules are asked for once, and are data. The
/// publisher is asked for its checks once the person pauses. Changed on the renderer's thread alone; what it is may be read on any.
/// </summary>
internal sealed partial class Composer
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(700);
    private readonly Workbench _workbench;
    private readonly DraftFile _file;
    private readonly ConcurrentDictionary<Profile, ProfileRules> _rules = [];
    private volatile Draft? _draft;
    private volatile CheckedDraft? _checked;
    private ITimer? _pause;

    public Composer(Workbench workbench)
    {
        _workbench = workbench;
        _file = new DraftFile(workbench.Engine.DataFolder, problem => workbench.Post(() => workbench.Tell(Severity.Warning, problem)));
        workbench.Engine.PluginChanged += _ => Forget();
        workbench.FileTaken += Forget;
        workbench.AddEnd(() => _file.DisposeAsync().AsTask());
    }

    /// <summary>Called on any thread when something has changed that is shown.</summary>
    public event Action? Changed;

    /// <summary>What is being written. It is read from where it was kept when somebody first looks.</summary>
    public Draft Draft
    {
        get
        {
            if (_draft is null)
                Interlocked.CompareExchange(ref _draft, Settled(_file.Read() ?? new Draft()), null);

            return _draft!;
        }
    }

    /// <summary>Whether nothing is written yet, as far as anybody has looked.</summary>
    public bool IsBlank => _draft is not { IsBlank: false };

    /// <summary>Whether what is written comes back at the next start.</summary>
    public bool IsKept => _file.IsKept;

    /// <summary>The profiles that can say something, in the order of <c>plugins.yaml</c>.</summary>
    public IReadOnlyList<Profile> Speakers => [.. _workbench.Engine.Profiles.All.Where(profile => profile.CanSend)];

    /// <summary>The profiles that are to say it.</summary>
    public IReadOnlyList<Profile> Chosen => [.. Speakers.Where(profile => Draft.Profiles.Contains(profile.Name))];

    /// <summary>The person has changed the text.</summary>
    public void Write(string text)
    {
        if (text != Draft.Text)
            Use(Draft with { Text = text });
    }

    /// <summary>Chooses a profile, or no longer.</summary>
    public void Toggle(string profile) => Use(Draft with
    {
        Profiles = Draft.Profiles.Contains(profile) ? [.. Draft.Profiles.Where(name => name != profile)] : [.. Draft.Profiles, profile],
    });

    /// <summary>Chooses a profile alone.</summary>
    public void Choose(string profile) => Use(Draft with { Profiles = [profile] });

    /// <summary>Goes on with another draft, in the editor too.</summary>
    public void Replace(Draft draft)
    {
        Use(draft);
        _workbench.UseText(ComposerCommands.Editor, draft.Text);
    }

    /// <summary>Names the attempt to hand a draft over, and ends when that is on disk. An attempt that was cut off is gone on with.</summary>
    public async Task<Draft> BeginAttemptAsync(Draft draft)
    {
        if (draft.Attempt.Length == 0)
            draft = draft with { Attempt = _workbench.Engine.Random.NewId().ToString("D", CultureInfo.InvariantCulture) };

        _file.Keep(draft);
        await _file.Written;
        return draft;
    }

    /// <summary>Notes that what is being written belongs to no attempt any more: it was handed over, or has become another.</summary>
    public void EndAttempt() => Use(Draft with { Attempt = "" });

    /// <summary>What a profile's network allows. Its plugin is asked the first time. Not to be called on the renderer's thread.</summary>
    public async Task<ProfileRules> RulesOfAsync(Profile profile, CancellationToken cancel)
    {
        if (_rules.TryGetValue(profile, out var known))
            return known;

        try
        {
            var network = await _workbench.Engine.Networks.ForAsync(profile, cancel);
            known = new ProfileRules { Rules = await network.RulesForAsync(profile, cancel) };
        }
        catch (PluginHostException error)
        {
            known = new ProfileRules { Problem = error.Message };
        }

        // What was written before the rules were known is counted now.
        _rules[profile] = known;
        _workbench.Post(Tell);
        return known;
    }

    /// <summary>How a profile would say the draft: as the publisher would send it, or, while it has not been asked about this text, as it was written.</summary>
    public VariantPreview PreviewOf(Profile profile, NetworkRules rules)
    {
        var (draft, asked) = (Draft, _checked);
        return asked?.IsOf(draft) == true && asked.Previews.FirstOrDefault(preview => preview.Profile == profile.Name) is { } known
            ? known
            : WrittenPreview.Of(WrittenPost.Read(draft.Text).For(profile), rules);
    }

    /// <summary>Where in the text a problem is.</summary>
    /// <returns>The place, and how much is meant; null where it is about no place.</returns>
    public (int Start, int Length)? PlaceOf(Problem problem)
    {
        if ((Chosen.FirstOrDefault(chosen => chosen.Name == problem.Profile) ?? Chosen.FirstOrDefault()) is not { } profile)
            return null;

        var written = WrittenPost.Read(Draft.Text);
        if (problem.Medium is { } medium && medium < written.For(profile).Media.Count)
            return written.PlaceOfMedium(profile, medium);

        if (problem.Range is not { } range)
            return null;

        var start = written.PlaceOf(profile, range);
        return (start, Math.Max(0, written.PlaceOf(profile, range with { Start = range.Start + range.Length }) - start));
    }

    /// <summary>What is to be published. Each attempt is another effect: what is asked twice about one is done once.</summary>
    public PostPlan PlanOf(Draft draft, DueTime? at) => new()
    {
        Variants = VariantsOf(draft),
        AskedBy = "workbench.compose",
        At = at?.Instant,
        Wall = at is { IsOnWallClock: true } ? at : null,
        Effect = new EffectKey { Campaign = "workbench.compose", Occurrence = draft.Attempt, Step = "post" },
    };

    private void Use(Draft draft)
    {
        _draft = draft;
        _file.Keep(draft);
        _pause?.Dispose();
        _pause = _workbench.Later.In(Pause, () => _workbench.Background(() => CheckAsync(draft)));
        Tell();
    }

    private IReadOnlyList<Variant> VariantsOf(Draft draft)
    {
        var written = WrittenPost.Read(draft.Text);
        return [.. draft.Profiles.Select(name => written.For(_workbench.Engine.Profiles[name]))];
    }

    // Whoever has not chosen yet speaks as the first who can; who has gone from plugins.yaml is no longer chosen.
    private Draft Settled(Draft draft)
    {
        var speakers = Speakers;
        var known = draft.Profiles.Where(name => speakers.Any(profile => profile.Name == name)).ToList();
        return draft with { Profiles = known.Count > 0 || speakers.Count == 0 ? known : [speakers[0].Name] };
    }

    private void Forget()
    {
        _rules.Clear();
        Changed?.Invoke();
    }

    private void Tell()
    {
        _workbench.Problems.Set("composer", [.. Problems().Select(problem => new WorkbenchProblem
        {
            Severity = problem.Severity,
            Text = problem.Message,
            Place = problem.Profile ?? Texts.ComposerTitle,
            Command = ComposerProblemsView.WayTo(problem),
        })]);
        Changed?.Invoke();
    }
}
