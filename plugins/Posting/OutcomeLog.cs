using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>
/// Tells what became of posts, a line a profile: whoever serves the workspace reads what goes out by itself, and what does not. What a person does, that person sees.
/// </summary>
internal sealed class OutcomeLog(IHost host)
{
    /// <summary>Tells what became of a target, where that is news: an attempt that is put off again and again is told once.</summary>
    public void Tell(OutboxTarget target)
    {
        switch (target.State)
        {
            case TargetState.Sent:
                Write(Severity.Information, target, $"is out: \"{Excerpt.Of(target.Text)}\" {target.Link}");
                break;
            case TargetState.Refused:
                Write(Severity.Warning, target, $"was refused: {target.Reason}");
                break;
            case TargetState.Unknown when target.DueAt is null:
                Write(Severity.Warning, target, $"may be out or not: {target.Reason}");
                break;
            case TargetState.Unknown when target.Tries == 0:
                Write(Severity.Warning, target, $"may be out or not, and the network is asked: {target.Reason}");
                break;
            case TargetState.Scheduled when target.HeldAt is not null:
                Write(Severity.Warning, target, $"is held: {target.Reason}");
                break;
            case TargetState.Scheduled when target is { Tries: 1, Reason.Length: > 0 }:
                Write(Severity.Information, target, $"is put off: {target.Reason}");
                break;
        }
    }

    /// <summary>Tells of what was missed while nothing ran.</summary>
    public void TellMissed(IEnumerable<(long Post, string Profile)> missed, string reason)
    {
        foreach (var (post, profile) in missed.Distinct())
            host.Output.Write(Severity.Warning, string.Create(CultureInfo.InvariantCulture, $"{profile}: post {post} was missed: {reason}"));
    }

    private void Write(Severity severity, OutboxTarget target, string what)
    {
        var part = target.Parts > 1 ? string.Create(CultureInfo.InvariantCulture, $", part {target.Part + 1} of {target.Parts},") : "";
        var sort = target is { InReplyTo: not null, Part: 0 } ? ", an answer," : "";
        host.Output.Write(severity, string.Create(CultureInfo.InvariantCulture, $"{target.Profile}: post {target.Post}{sort}{part} {what}").TrimEnd());
    }
}
