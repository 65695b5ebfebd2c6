using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Inbox;

/// <summary>Learns from the publisher of answers that were not given here, so that nobody counts as waiting who has an answer.</summary>
internal sealed class Elsewhere(IHost host, Conversations conversations)
{
    private const int AtOnce = 500;

    private string _told = "";

    /// <summary>Takes in what is out. Where nobody publishes, who waits can be shown all the same.</summary>
    public Task CatchUpAsync(CancellationToken cancel) => TryCatchUpAsync(null, cancel);

    /// <summary>The same for one conversation.</summary>
    public Task CatchUpAsync(long conversation, CancellationToken cancel) => TryCatchUpAsync(conversation, cancel);

    private async Task TryCatchUpAsync(long? conversation, CancellationToken cancel)
    {
        try
        {
            await TakeInAsync(conversation, cancel);
            _told = "";
        }
        catch (PluginHostException error)
        {
            // Once: it is looked for every other second.
            if (error.Message != _told)
                host.Output.Write(Severity.Warning, $"Answers that were given elsewhere are not known now: {error.Message}");

            _told = error.Message;
        }
    }

    /// <summary>Who is about to answer a conversation by another way, in words; null where nobody is. What is out already is taken in.</summary>
    public async Task<string?> WhoAnswersAsync(long conversation, CancellationToken cancel)
    {
        var begun = await conversations.ReadBegunAsync(cancel);
        foreach (var given in await TakeInAsync(conversation, cancel))
        {
            if (given.Target.State is TargetState.Scheduled or TargetState.Leased or TargetState.Sending or TargetState.Unknown
                && !begun.Any(answer => answer.Effect == given.Effect))
                return $"{given.AskedBy} is about to answer it with post {given.Post}: \"{Excerpt.Of(given.Target.Text)}\". Nothing was sent; posting.show post={given.Post} tells more.";
        }

        return null;
    }

    /// <summary>What was asked to be said in answer to words.</summary>
    public async Task<IReadOnlyList<GivenAnswer>> ReadAsync(string profile, IReadOnlyList<string> words, CancellationToken cancel) =>
        await (await host.Services.GetAsync<IPublisher>(cancel)).ReadAnswersAsync(profile, words, cancel);

    private async Task<IReadOnlyList<GivenAnswer>> TakeInAsync(long? conversation, CancellationToken cancel)
    {
        var open = new List<GivenAnswer>();
        foreach (var waiting in await conversations.ReadUnansweredAsync(conversation, cancel))
        {
            foreach (var words in waiting.Chunk(AtOnce))
            {
                foreach (var given in await ReadFromAllAsync(waiting.Key, words, cancel))
                {
                    if (given.Target is { State: TargetState.Sent, RemoteId: not null })
                        await conversations.KeepAnswerAsync(given, cancel);
                    else
                        open.Add(given);
                }
            }
        }

        return open;
    }

    // Whichever of our profiles answers: to them it is one voice.
    private async Task<IReadOnlyList<GivenAnswer>> ReadFromAllAsync(string network, IReadOnlyList<string> words, CancellationToken cancel)
    {
        var profiles = await host.Services.GetAsync<IProfiles>(cancel);
        var all = new List<GivenAnswer>();
        foreach (var profile in profiles.All.Where(profile => profile.Network == network && profile.CanSend))
            all.AddRange(await ReadAsync(profile.Name, words, cancel));

        return all;
    }
}
