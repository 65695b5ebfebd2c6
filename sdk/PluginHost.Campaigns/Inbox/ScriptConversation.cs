using System.Runtime.CompilerServices;
using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>A conversation, as it was when the script was told of it.</summary>
public sealed class ScriptConversation
{
    private readonly Conversation _conversation;
    private readonly JournalledInbox _inbox;

    internal ScriptConversation(Conversation conversation, JournalledInbox inbox)
    {
        _conversation = conversation;
        _inbox = inbox;
    }

    /// <summary>Names it in this workspace: <c>inbox.show conversation=12</c>.</summary>
    public long Id => _conversation.Id;

    /// <summary>The handle of the person.</summary>
    public string Handle => _conversation.Handle;

    /// <summary>The name that the person shows; the handle where the network does not tell.</summary>
    public string Name => _conversation.Name.Length > 0 ? _conversation.Name : _conversation.Handle;

    /// <summary>Which of our profiles was spoken to.</summary>
    public string Profile => _conversation.Profile;

    /// <summary>What they said last.</summary>
    public string Text => _conversation.Text;

    /// <summary>When they said it.</summary>
    public DateTimeOffset At => _conversation.At;

    /// <summary>Since when they wait.</summary>
    public DateTimeOffset WaitsSince => _conversation.WaitsSince ?? _conversation.At;

    /// <summary>Who is to answer.</summary>
    /// <value>Empty: anybody.</value>
    public string Assignee => _conversation.Assignee;

    /// <summary>What it is about, in words of one's own.</summary>
    public IReadOnlyList<string> Labels => _conversation.Labels;

    /// <summary>Answers it, on the profile that was spoken to. However often the script is resumed, it is answered once.</summary>
    /// <param name="text">The text. An empty placeholder is an error.</param>
    /// <param name="line">Filled by the compiler.</param>
    /// <param name="file">Filled by the compiler.</param>
    /// <returns>
    /// <see cref="Answered"/>; <see cref="AnswerUnderWay"/> where it is held; <see cref="NotAnswered"/> where somebody else was faster, they have taken back what they
    /// said, or the network refused it. What was not answered waits as before.
    /// </returns>
    /// <exception cref="EmptyPlaceholderException">A placeholder was empty.</exception>
    public Task<AnswerResult> Answer(PostText text, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") =>
        _inbox.AnswerAsync(JournalledPublisher.StepAt("answer", file, line), _conversation, text.ToText());

    /// <summary>Closes it, until they say something new.</summary>
    /// <param name="word">Why no answer is needed: <c>"Thanks need no answer."</c></param>
    /// <param name="line">Filled by the compiler.</param>
    /// <param name="file">Filled by the compiler.</param>
    /// <returns>A task that ends when it is closed.</returns>
    /// <exception cref="WrongUseException">No word is given, and somebody waits.</exception>
    public Task Close(string word, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") =>
        ChangeAsync("close", file, line, word, inbox => inbox.CloseAsync(Id, _conversation.Word, word, By, Cancel));

    /// <summary>Gives it to somebody to answer.</summary>
    /// <param name="person">To whom: <c>"kari"</c>.</param>
    /// <param name="line">Filled by the compiler.</param>
    /// <param name="file">Filled by the compiler.</param>
    /// <returns>A task that ends when it is given.</returns>
    public Task Assign(string person, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") =>
        ChangeAsync("assign", file, line, person, inbox => inbox.AssignAsync(Id, person, By, Cancel));

    /// <summary>Keeps a note beside it. Nobody outside sees it.</summary>
    /// <param name="text">The note.</param>
    /// <param name="line">Filled by the compiler.</param>
    /// <param name="file">Filled by the compiler.</param>
    /// <returns>A task that ends when it is kept.</returns>
    public Task Note(string text, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") =>
        ChangeAsync("note", file, line, text, inbox => inbox.NoteAsync(Id, text, By, Cancel));

    /// <summary>Puts a label on it.</summary>
    /// <param name="label">The label; one that begins with a minus sign is taken off.</param>
    /// <param name="line">Filled by the compiler.</param>
    /// <param name="file">Filled by the compiler.</param>
    /// <returns>A task that ends when it is labelled.</returns>
    public Task Label(string label, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") =>
        ChangeAsync("label", file, line, label, inbox => inbox.LabelAsync(Id, label, By, Cancel));

    /// <summary>Puts it off. It waits again at the instant, or as soon as they say something new.</summary>
    /// <param name="until">The instant: <c>At("Mon 09:00")</c>.</param>
    /// <param name="line">Filled by the compiler.</param>
    /// <param name="file">Filled by the compiler.</param>
    /// <returns>A task that ends when it is put off.</returns>
    /// <exception cref="WrongUseException">Nobody waits there, or the instant has passed.</exception>
    public Task Snooze(DateTimeOffset until, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") => ChangeAsync(
        "snooze",
        file,
        line,
        until.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
        inbox => inbox.SnoozeAsync(Id, until, By, Cancel));

    private string By => _inbox.Script.Name;

    private CancellationToken Cancel => _inbox.Script.Cancel;

    private Task ChangeAsync(string what, string file, int line, string body, Func<IInbox, Task> change) =>
        _inbox.ChangeAsync(JournalledPublisher.StepAt(what, file, line), _conversation, body, change);
}
