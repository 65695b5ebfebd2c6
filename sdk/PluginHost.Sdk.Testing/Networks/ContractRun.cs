using System.Globalization;
using System.Security.Cryptography;
using PluginHost.Campaigns;

namespace PluginHost.Sdk.Testing;

/// <summary>One check under way: its network, and what it says there. Texts and keys are new in each run, so that a network with a memory takes them for what they are.</summary>
internal sealed class ContractRun(NetworkBench bench, CancellationToken cancel)
{
    private readonly string _run = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
    private int _texts;
    private int _keys;

    public NetworkBench Bench => bench;

    public CancellationToken Cancel => cancel;

    public Profile Profile => bench.Profile;

    public Task<Network> OpenAsync() => bench.OpenAsync(cancel);

    /// <summary>A text that nobody has said.</summary>
    public string NewText() => string.Create(CultureInfo.InvariantCulture, $"Contract {_run} says {++_texts}");

    /// <summary>A key that nobody has used.</summary>
    public SendKey NewKey() => new() { Value = string.Create(CultureInfo.InvariantCulture, $"contract-{_run}-{++_keys}"), Attempt = 1 };

    public Outgoing Post(string text) => new() { Profile = Profile, Text = text, Language = Profile.Language, PlannedAt = bench.Clock.GetUtcNow() };

    /// <summary>Sends, and takes it for broken where the network throws.</summary>
    public async Task<SendResult> SendAsync(Network network, Outgoing post, SendKey key)
    {
        try
        {
            return await network.SendAsync(post, key, cancel) ?? throw Broken("A send came back with nothing.");
        }
        catch (Exception error) when (error is not ContractBrokenException && !cancel.IsCancellationRequested)
        {
            throw Broken($"Sending \"{Short(post.Text)}\" threw {error.GetType().Name}: {error.Message}. What is thrown counts as a doubt, and a person has to look.");
        }
    }

    /// <summary>Sends under a lost answer, where throwing is as good as saying that nobody knows.</summary>
    public async Task<SendResult> SendInDoubtAsync(Network network, Outgoing post, SendKey key)
    {
        try
        {
            return await network.SendAsync(post, key, cancel);
        }
        catch (Exception error) when (!cancel.IsCancellationRequested)
        {
            return new UnknownOutcome { Reason = error.Message };
        }
    }

    /// <summary>Publishes what every network must take.</summary>
    public async Task<Sent> PublishAsync(Network network, Outgoing post, SendKey key)
    {
        var result = await SendAsync(network, post, key);
        return result as Sent ?? throw Broken($"\"{Short(post.Text)}\" was not published: {result}");
    }

    public Task<Sent> PublishAsync(Network network, string text) => PublishAsync(network, Post(text), NewKey());

    /// <summary>How often a text stands on the network.</summary>
    public async Task<int> CountAsync(string text) => (await bench.PublishedAsync(cancel)).Count(said => said.Trim() == text.Trim());

    /// <summary>Takes it for broken where a text does not stand there so often.</summary>
    public async Task RequireAsync(string text, int count, string after)
    {
        var there = await CountAsync(text);
        if (there != count)
            throw Broken(string.Create(CultureInfo.InvariantCulture, $"After {after}, the post stands there {there} times, and not {count}."));
    }

    public static ContractBrokenException Broken(string what) => new(what);

    private static string Short(string text) => text.Length > 60 ? text[..60] + "…" : text;
}
