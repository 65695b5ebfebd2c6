using System.Runtime.CompilerServices;
using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>What somebody did to a post of the script's.</summary>
public sealed class ScriptReply
{
    private readonly JournalledPublisher _publisher;

    internal ScriptReply(Reaction reaction, JournalledPublisher publisher)
    {
        _publisher = publisher;
        Kind = reaction.Event.Kind;
        Handle = reaction.Event.Handle;
        Text = reaction.Event.Text;
        At = reaction.Event.At;
        Profile = reaction.Profile;
        RemoteId = reaction.Event.RemoteId;
    }

    /// <summary>What it is.</summary>
    public NetworkEventKind Kind { get; }

    /// <summary>Who did it.</summary>
    public string Handle { get; }

    /// <summary>What they said.</summary>
    /// <value>Empty: nothing.</value>
    public string Text { get; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; }

    /// <summary>Which of our profiles it was done to.</summary>
    public string Profile { get; }

    /// <summary>What they said, as the network names it.</summary>
    /// <value><see langword="null"/>: it cannot be answered.</value>
    public string? RemoteId { get; }

    /// <summary>Answers it, on the profile that it was said to. However often the script is resumed, it is answered once.</summary>
    /// <param name="text">The text. An empty placeholder is an error.</param>
    /// <param name="line">Filled by the compiler.</param>
    /// <param name="file">Filled by the compiler.</param>
    /// <returns>The answer, as a post of its own.</returns>
    /// <exception cref="EmptyPlaceholderException">A placeholder was empty.</exception>
    /// <exception cref="NotPublishedException">A check stands against it.</exception>
    /// <exception cref="NotSentException">The network refused it, or the outcome is unknown.</exception>
    /// <exception cref="WrongUseException">It is nothing that can be answered.</exception>
    public Task<ScriptPost> Answer(PostText text, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "")
    {
        if (RemoteId is not { } answered)
            throw new WrongUseException($"What {Handle} did ({Kind}) cannot be answered: only words can. Ask for its Kind, or listen to Replies alone.");

        return _publisher.PublishAsync(
            $"{JournalledPublisher.StepAt("answer", file, line)}:{Profile}/{answered}",
            new PostPlan
            {
                Variants = [new Variant { Profile = Profile, Text = text.ToText(), InReplyTo = answered }],
                AskedBy = _publisher.Script.Name,
            });
    }
}
