using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>The script global <c>Faq</c>: the questions that are asked again and again, with their answers. <see cref="FaqPage"/> states the rule by which a text finds one.</summary>
public sealed class ScriptFaq
{
    private readonly FaqPage _page;
    private readonly IScript _script;

    /// <summary>Makes one for a run of a script.</summary>
    /// <param name="page">The page, as it is when the run begins.</param>
    /// <param name="script">The run.</param>
    public ScriptFaq(FaqPage page, IScript script)
    {
        _page = page;
        _script = script;
    }

    /// <summary>The answer to what somebody has asked. A run that is resumed is given the same, whatever has become of the file.</summary>
    /// <param name="asked">What was asked.</param>
    /// <returns>The answer, or <see langword="null"/> where none is near enough: <c>if (Faq.Answer(reply) is { } answer)</c>.</returns>
    public string? Answer(string asked) =>
        _script.Journal.Read("an answer of the FAQ", () => _page.Find(asked)?.Answer) is TextValue answer ? answer.Text : null;

    /// <summary>The answer to what somebody has replied.</summary>
    /// <param name="reply">The reply.</param>
    /// <returns>The answer, or <see langword="null"/> where none is near enough.</returns>
    public string? Answer(ScriptReply reply) => Answer(reply.Text);

    /// <summary>The answer to what somebody who waits has said last.</summary>
    /// <param name="conversation">The conversation.</param>
    /// <returns>The answer, or <see langword="null"/> where none is near enough.</returns>
    public string? Answer(ScriptConversation conversation) => Answer(conversation.Text);
}
