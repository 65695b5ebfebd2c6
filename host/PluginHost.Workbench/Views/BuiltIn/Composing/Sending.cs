using System.Collections.Concurrent;
using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Views.BuiltIn.Composing;

/// <summary>
/// Hands what was written to the publisher. It is committed for a moment from now, so that it can be taken back; from then on nothing depends on the
/// screen. When the moment has come, the same effect is asked for again, which tells what became of it.
/// </summary>
internal sealed class Sending(Workbench workbench, Composer composer)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan RehearsalWindow = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, string> _waiting = new(StringComparer.Ordinal);
    private volatile bool _isBusy;

    /// <summary>What is still to go out, a sentence each.</summary>
    public IReadOnlyList<string> Waiting => [.. _waiting.Values];

    /// <summary>Sends the draft, after a moment in which it can be taken back.</summary>
    public void Send() => Begin(draft =>
    {
        var window = workbench.IsRehearsal(composer.Chosen) ? RehearsalWindow : Window;
        return CommitAsync(draft, DueTime.At(workbench.Engine.Clock.GetUtcNow() + window), isSent: true);
    });

    /// <summary>Plans the draft for a time.</summary>
    public void Plan(string when)
    {
        if (CheckTime(when) is { } problem)
            workbench.Tell(Severity.Warning, problem);
        else
            Begin(draft => CommitAsync(draft, Read(when), isSent: false));
    }

    /// <summary>Why a text says no time that a post can be planned for; null where it does.</summary>
    public string? CheckTime(string when)
    {
        try
        {
            Read(when);
            return null;
        }
        catch (WrongUseException error)
        {
            return error.Message;
        }
    }

    /// <summary>Why there is nothing to hand over; null where there is.</summary>
    public string? WhyNot() => composer.Draft.IsBlank ? Texts.ComposerBlank : composer.Chosen.Count == 0 ? Texts.Fill(Texts.ComposerNobody, workbench.Keys.KeyOf("workbench.compose.profiles")) : null;

    /// <summary>Writes the draft down in the outbox, without a time.</summary>
    public void Keep() => Begin(draft => CommitAsync(draft, null, isSent: false));

    private void Begin(Func<Draft, Task> work)
    {
        if (WhyNot() is { } reason)
            workbench.Tell(Severity.Warning, reason);
        else if (!_isBusy)
            workbench.Background(() => RunAsync(composer.Draft, work));
    }

    private async Task RunAsync(Draft draft, Func<Draft, Task> work)
    {
        _isBusy = true;
        try
        {
            await work(draft);
        }
        catch (ChangedEffectException)
        {
            // An attempt that was cut off had gone through, and the text was changed since. Which one is meant, the person says by sending again.
            workbench.Post(() =>
            {
                composer.EndAttempt();
                workbench.Tell(Severity.Warning, Texts.ComposerHandedOver);
            });
        }
        catch (PluginHostException error)
        {
            workbench.Post(() => workbench.Tell(Severity.Error, Texts.Fill(Texts.ComposerFailed, error.Message)));
        }
        catch (OperationCanceledException)
        {
            // The screen was left; what was committed is in the outbox, and what was not is in the draft.
        }
        finally
        {
            _isBusy = false;
        }
    }

    private async Task CommitAsync(Draft draft, DueTime? at, bool isSent)
    {
        var publisher = await workbench.Engine.GetPublisherAsync(workbench.Left);
        draft = await composer.BeginAttemptAsync(draft);
        var plan = composer.PlanOf(draft, at);
        switch (await publisher.PlanAsync(plan, workbench.Left))
        {
            case Published { Post: var post }:
                workbench.Post(() => Take(draft, plan, post, isSent));
                break;
            case NotPublished { Problems: var problems }:
                workbench.Post(() =>
                {
                    composer.NoteProblems(draft, problems);
                    workbench.Tell(Severity.Error, Texts.Fill(Texts.ComposerRefused, problems[0]));
                });
                break;
        }
    }

    // It is committed: the editor is free for the next one, unless the person has written on meanwhile.
    private void Take(Draft draft, PostPlan plan, Post post, bool isSent)
    {
        if (composer.Draft.Text == draft.Text)
            composer.Replace(composer.Draft with { Text = "", Attempt = "" });
        else
            composer.EndAttempt();

        var profiles = string.Join(", ", draft.Profiles);
        var time = plan.At is { } at ? TimeOf(at) : "";
        var title = plan.At is null ? Texts.Fill(Texts.ComposerKept, profiles)
            : isSent ? Texts.Fill(Texts.ComposerGoesOut, time, profiles)
            : Texts.Fill(Texts.ComposerPlanned, time, profiles) + (plan.Wall is { Note.Length: > 0 } wall ? $". {char.ToUpperInvariant(wall.Note[0])}{wall.Note[1..]}" : "");
        workbench.OfferUndo(title, cancel => TakeBackAsync(draft, post.Id, cancel));
        if (!isSent)
            return;

        _waiting[post.Id] = Texts.Fill(Texts.ComposerStillGoesOut, Sign.Waiting, time, profiles);
        workbench.Background(() => FollowAsync(plan, post.Id));
    }

    private async Task FollowAsync(PostPlan plan, string post)
    {
        try
        {
            var wait = plan.At!.Value - workbench.Engine.Clock.GetUtcNow();
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, workbench.Engine.Clock, workbench.Left);

            var publisher = await workbench.Engine.GetPublisherAsync(workbench.Left);

            // Not cancelled by leaving: that would refuse what has not left yet.
            if (_waiting.ContainsKey(post) && await publisher.PublishAsync(plan, CancellationToken.None) is Published published)
                workbench.Post(() => Report(published.Post));
        }
        catch (PluginHostException error)
        {
            workbench.Post(() => workbench.Tell(Severity.Error, Texts.Fill(Texts.ComposerFailed, error.Message)));
        }
        catch (OperationCanceledException)
        {
            // The screen was left: whoever serves the workspace sends it.
        }

        workbench.Post(() => _waiting.TryRemove(post, out _));
    }

    private void Report(Post post)
    {
        var sent = post.Targets.Where(target => target.State == TargetState.Sent).ToList();
        if (sent.Count > 0)
            workbench.Tell(Severity.Information, $"{Sign.Good} {Texts.Fill(Texts.ComposerOut, Names(sent))}");

        foreach (var target in post.Targets.Except(sent))
        {
            var (sign, severity) = target.State == TargetState.Refused ? (Sign.Bad, Severity.Error)
                : target.State == TargetState.Unknown ? (Sign.Doubt, Severity.Warning)
                : (Sign.Waiting, Severity.Information);
            workbench.Tell(severity, $"{sign} {Texts.Fill(Texts.ComposerNotOut, target.Profile, target.Reason)}");
        }
    }

    private async Task TakeBackAsync(Draft draft, string post, CancellationToken cancel)
    {
        var publisher = await workbench.Engine.GetPublisherAsync(cancel);
        var after = await publisher.WithdrawAsync(post, cancel);
        var gone = after.Targets.Where(target => target.State is TargetState.Sent or TargetState.Sending or TargetState.Unknown).ToList();
        if (gone.Count == after.Targets.Count)
            throw new PluginHostException(Texts.Fill(Texts.ComposerLeft, Names(gone)));

        workbench.Post(() =>
        {
            _waiting.TryRemove(post, out _);
            if (composer.Draft.IsBlank)
                composer.Replace(draft with { Attempt = "" });
        });
    }

    private DueTime Read(string when) => WhenText.Read(when, workbench.Engine.Clock, workbench.Engine.Workspace.Zone);

    private string TimeOf(DateTimeOffset at)
    {
        var zone = workbench.Engine.Workspace.Zone;
        var local = TimeZoneInfo.ConvertTime(at, zone);
        return local.ToString(
            local.Date == TimeZoneInfo.ConvertTime(workbench.Engine.Clock.GetUtcNow(), zone).Date ? "HH:mm:ss" : "ddd d MMM HH:mm", CultureInfo.InvariantCulture);
    }

    private static string Names(IEnumerable<Target> targets) => string.Join(", ", targets.Select(target => target.Profile));
}
