using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Engine.Rehearsing;

/// <summary>
/// What is noted while a rehearsal goes on: at the doors of the networks and of the publisher, and at the ways out. On the stage's thread, but for problems.
/// </summary>
/// <param name="clock">The rehearsal's clock.</param>
/// <param name="profiles">The names of the workspace's profiles.</param>
internal sealed class RehearsalNotes(StageClock clock, IReadOnlyList<string> profiles)
{
    // What a later part of a thread will answer is known only once the one before it is out.
    private const string Part = "the part before";

    private readonly Lock _gate = new();
    private readonly List<RehearsalProblem> _problems = [];
    private readonly List<RehearsedPost> _posts = [];
    private readonly List<PlannedPost> _planned = [];
    private readonly List<RehearsedMailing> _mails = [];
    private readonly Dictionary<(string Profile, string Text, string? Answers), int> _asked = [];
    private readonly Dictionary<string, int> _runsOfPosts = new(StringComparer.Ordinal);
    private readonly HashSet<int> _uncertain = [];
    private readonly List<(int Run, Expectation Expectation)> _expectations = [];

    /// <summary>The files that the script has read, by their full path.</summary>
    public SortedSet<string> Read { get; } = new(StringComparer.Ordinal);

    /// <summary>How many runs have begun.</summary>
    public int Runs { get; private set; }

    /// <summary>What left, or wanted to, in the order of time.</summary>
    public IReadOnlyList<RehearsedPost> Posts => _posts;

    public IReadOnlyList<PlannedPost> Planned => _planned;

    public IReadOnlyList<RehearsedMailing> Mails => _mails;

    public IReadOnlyList<RehearsalProblem> Problems
    {
        get
        {
            lock (_gate)
                return [.. _problems];
        }
    }

    public void NoteRead(string file) => Read.Add(file);

    /// <summary>Begins a run.</summary>
    /// <returns>Its number, from 1.</returns>
    public int BeginRun() => ++Runs;

    public void NoteProblem(Severity severity, string text)
    {
        lock (_gate)
        {
            // Once: a feed that is asked every minute of a month has one problem.
            if (!_problems.Exists(known => known.Text == text))
                _problems.Add(new RehearsalProblem(clock.GetUtcNow(), severity, text));
        }
    }

    public void NoteMail(Mail mail) => _mails.Add(new RehearsedMailing(clock.GetUtcNow(), [.. mail.To], mail.Subject));

    /// <summary>Notes what the run that began last expects. What is expected again and again on one line is one expectation, which holds where it always did.</summary>
    /// <exception cref="WrongUseException">It expects something of a profile that does not exist.</exception>
    public void Expect(Expectation expectation)
    {
        if (expectation.Profile.Length > 0 && !profiles.Contains(expectation.Profile))
            throw new WrongUseException($"Nothing can be expected of \"{expectation.Profile}\": there is no such profile in plugins.yaml.{Nearest.Hint(expectation.Profile, profiles)}");

        var known = _expectations.FindIndex(noted => noted.Run == Runs && noted.Expectation.Line == expectation.Line && noted.Expectation.Text == expectation.Text);
        if (known < 0)
            _expectations.Add((Runs, expectation));
        else if (expectation.Held == false)
            _expectations[known] = (Runs, expectation);
    }

    /// <summary>How the expectations of a run stand now.</summary>
    public IReadOnlyList<MetExpectation> ExpectationsOf(int run) =>
        [.. _expectations.Where(noted => noted.Run == run).Select(noted => Meet(run, noted.Expectation)).OrderBy(met => met.Line)];

    private MetExpectation Meet(int run, Expectation expected)
    {
        if (expected.Held is { } held)
            return new MetExpectation { Text = expected.Text, Held = held, Line = expected.Line };

        var count = _posts.Count(post =>
            post.Run == run && post.Profile == expected.Profile && post.State == TargetState.Sent && (post.Answers is not null) == expected.IsOfAnswers);
        held = count >= expected.Least && count <= expected.Most;
        return new MetExpectation
        {
            Text = expected.Text,
            Held = held,
            Instead = held ? "" : string.Create(CultureInfo.InvariantCulture, $"it was {count}"),
            Line = expected.Line,
        };
    }

    /// <summary>Notes that one of ours has done something that a network may answer.</summary>
    public void NoteSpoken() => clock.NoteSpoken();

    /// <summary>Notes that the run that published a post has looked at what people made of it.</summary>
    public void NoteHeard(string post)
    {
        if (_runsOfPosts.TryGetValue(post, out var run))
            _uncertain.Add(run);
    }

    /// <summary>Notes that the run that began last has done what may come out otherwise: drawn lots, run a command, asked a plugin of its own.</summary>
    public void NoteUncertain() => _uncertain.Add(Runs);

    /// <summary>Notes what goes to a network.</summary>
    public async Task<SendResult> TakeAsync(Outgoing post, Task<SendResult> sending)
    {
        var result = await sending;
        clock.NoteSpoken();
        var (state, reason) = result switch
        {
            Sent => (TargetState.Sent, ""),
            RefusedByNetwork refused => (TargetState.Refused, refused.Reason),
            TryLater later => (TargetState.Scheduled, later.Reason),
            UnknownOutcome unknown => (TargetState.Unknown, unknown.Reason),
            var other => throw new InvalidOperationException($"A network answered with {other}."),
        };
        _posts.Add(new RehearsedPost
        {
            At = clock.GetUtcNow(),
            Profile = post.Profile.Name,
            Text = post.Text,
            State = state,
            Reason = reason,
            Answers = post.InReplyTo,
            Described = post.Media.Count(medium => medium.Alt.Length > 0),
            Run = RunOf(post),
        });
        return result;
    }

    /// <summary>Notes what is published.</summary>
    public async Task<PublishResult> PublishAsync(PostPlan plan, Func<Task<PublishResult>> publish)
    {
        var run = RunOf(plan);
        if (run > 0)
            NotePlan(plan, run);

        var result = await publish();
        switch (result)
        {
            case Published { Post: var post }:
                _runsOfPosts[post.Id] = run;
                break;
            case NotPublished { Problems: var problems }:
                foreach (var problem in problems)
                    NoteProblem(problem.Severity, problem.ToString());

                break;
        }

        return result;
    }

    private int RunOf(Outgoing post) => _asked.TryGetValue((post.Profile.Name, post.Text, post.InReplyTo), out var run)
        ? run
        : _asked.GetValueOrDefault((post.Profile.Name, post.Text, Part));

    private void NotePlan(PostPlan plan, int run)
    {
        foreach (var variant in plan.Variants)
        {
            _asked[(variant.Profile, variant.Text, variant.InReplyTo)] = run;
            foreach (var part in variant.More)
                _asked[(variant.Profile, part, Part)] = run;
        }

        _planned.Add(new PlannedPost
        {
            Run = run,
            Step = plan.Effect!.Step,
            At = clock.GetUtcNow(),
            Due = plan.At,
            Variants = plan.Variants,
            IsCertain = !_uncertain.Contains(run),
        });
    }

    // A command that publishes is no run of the script's.
    private static int RunOf(PostPlan plan) =>
        plan.Effect is { } effect && effect.Occurrence.StartsWith(BriefJournal.Prefix, StringComparison.Ordinal)
            && int.TryParse(effect.Occurrence.AsSpan(BriefJournal.Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var run)
            ? run
            : 0;
}
