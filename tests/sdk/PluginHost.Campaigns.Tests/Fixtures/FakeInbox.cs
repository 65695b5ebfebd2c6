namespace PluginHost.Campaigns.Tests.Fixtures;

/// <summary>An inbox in memory: who waits is what the test says, and what is answered does not wait any more.</summary>
internal sealed class FakeInbox : IInbox
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, Conversation> _said = [];

    public List<Conversation> Waiting { get; } = [];

    /// <summary>How often all who wait were read.</summary>
    public int Reads { get; private set; }

    /// <summary>Called before all who wait are read: people may talk all the time.</summary>
    public Action OnRead { get; set; } = () => { };

    public List<ConversationAnswer> Answers { get; } = [];

    /// <summary>What else was done, in order.</summary>
    public List<string> Deeds { get; } = [];

    public Func<ConversationAnswer, AnswerResult> Answer { get; set; } = _ => new Answered { Post = "7", Profile = "@grocer", Link = "square://7" };

    public void Say(long id, long word, string text, DateTimeOffset at)
    {
        lock (_gate)
        {
            Waiting.RemoveAll(known => known.Id == id);
            Waiting.Add(_said[id] = new Conversation
            {
                Id = id,
                Network = "square",
                Handle = $"p{id}",
                Profile = "@grocer",
                State = ConversationState.Waiting,
                WaitsSince = at,
                Word = word,
                Text = text,
                At = at,
                RemoteId = $"w{word}",
                Labels = ["hours"],
            });
        }
    }

    public async Task<IReadOnlyList<Conversation>> ReadWaitingAsync(CancellationToken cancel)
    {
        await Task.Yield();
        lock (_gate)
            Reads++;

        OnRead();
        lock (_gate)
            return [.. Waiting.OrderBy(each => each.WaitsSince)];
    }

    public async Task<Conversation> ReadAsync(long conversation, CancellationToken cancel)
    {
        await Task.Yield();
        lock (_gate)
            return Waiting.Find(known => known.Id == conversation) ?? _said[conversation] with { State = ConversationState.Answered, WaitsSince = null };
    }

    public Task<IReadOnlyList<ConversationWord>> ReadWordsAsync(long conversation, CancellationToken cancel) => throw new NotSupportedException();

    public async Task<AnswerResult> AnswerAsync(ConversationAnswer answer, CancellationToken cancel)
    {
        await Task.Yield();
        Answers.Add(answer);
        var result = Answer(answer);
        lock (_gate)
        {
            if (result is Answered)
                Waiting.RemoveAll(known => known.Id == answer.Conversation && known.Word <= answer.Word);
        }

        return result;
    }

    public Task<Conversation> CloseAsync(long conversation, long seen, string word, string by, CancellationToken cancel) => DoAsync($"{by} closes {conversation} up to {seen}: {word}");

    public Task<Conversation> AssignAsync(long conversation, string person, string by, CancellationToken cancel) => DoAsync($"{by} gives {conversation} to {person}");

    public Task NoteAsync(long conversation, string text, string by, CancellationToken cancel) => DoAsync($"{by} notes on {conversation}: {text}");

    public Task<Conversation> LabelAsync(long conversation, string label, string by, CancellationToken cancel) => DoAsync($"{by} labels {conversation} {label}");

    public Task<Conversation> SnoozeAsync(long conversation, DateTimeOffset until, string by, CancellationToken cancel) => DoAsync($"{by} puts {conversation} off until {until:HH:mm}");

    private async Task<Conversation> DoAsync(string deed)
    {
        await Task.Yield();
        Deeds.Add(deed);
        return null!;
    }
}
