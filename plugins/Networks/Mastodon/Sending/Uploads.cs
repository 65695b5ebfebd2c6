using System.Security.Cryptography;
using System.Text;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Mastodon;

/// <summary>
/// The pictures of posts on their way out. An upload goes on where a send has given up waiting for it, as a job of its own; the next attempt of the same send finds what it has come to, where the
/// picture is the same to the byte. What no attempt has asked for in an hour is forgotten.
/// </summary>
internal sealed class Uploads(IHost host, Connection connection)
{
    /// <summary>How long it takes, about, until it is worth asking again.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    // Of the half minute that a send has, so much is kept for the post itself.
    private static readonly TimeSpan Waited = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);
    private readonly Dictionary<string, (Task<Uploaded> Work, DateTimeOffset At)> _uploads = new(StringComparer.Ordinal);

    public async Task<Uploaded> TakeAsync(Outgoing post, SendKey key, Session session, CancellationToken cancel)
    {
        if (post.Media.Count == 0)
            return new Uploaded();

        ForgetOld();
        var until = host.Clock.GetUtcNow() + Waited;
        var ids = new List<string>();
        var works = post.Media.Select((medium, place) => Begin($"{BeginningOf(post.Profile, key)}{place} {HashOf(medium)}", post.Profile, session, medium)).ToList();
        foreach (var (medium, (name, work)) in post.Media.Zip(works))
        {
            if (!await IsDoneAsync(work, until, cancel))
                return new Uploaded { Instead = new TryLater { Reason = $"{medium.Name} is not ready on the server yet; it is waited for", NotBefore = host.Clock.GetUtcNow() + Pause } };

            var upload = await ResultAsync(work, medium);
            if (upload.Instead is not null)
            {
                // What has come to nothing is tried anew.
                _uploads.Remove(name);
                return upload;
            }

            ids.AddRange(upload.Ids);
        }

        return new Uploaded { Ids = ids };
    }

    public void Forget(Profile profile, SendKey key)
    {
        foreach (var name in _uploads.Keys.Where(name => name.StartsWith(BeginningOf(profile, key), StringComparison.Ordinal)).ToList())
            _uploads.Remove(name);
    }

    private (string Name, Task<Uploaded> Work) Begin(string name, Profile profile, Session session, OutgoingMedium medium)
    {
        if (_uploads.TryGetValue(name, out var known))
        {
            _uploads[name] = known with { At = host.Clock.GetUtcNow() };
            return (name, known.Work);
        }

        var work = host.Jobs.RunAsync($"{medium.Name} for {profile.Name}", job => RunAsync(new Upload(host, connection, profile, session, medium), job.Cancel), host.Stopping);
        _uploads[name] = (work, host.Clock.GetUtcNow());
        return (name, work);
    }

    private async Task<Uploaded> RunAsync(Upload upload, CancellationToken cancel)
    {
        using var late = new CancellationTokenSource(Longest, host.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, late.Token);
        return await upload.RunAsync(either.Token);
    }

    private async Task<bool> IsDoneAsync(Task<Uploaded> work, DateTimeOffset until, CancellationToken cancel)
    {
        if (work.IsCompleted)
            return true;

        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var left = until - host.Clock.GetUtcNow();
        await Task.WhenAny(work, Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, host.Clock, waiting.Token));
        await waiting.CancelAsync();
        cancel.ThrowIfCancellationRequested();
        return work.IsCompleted;
    }

    private static async Task<Uploaded> ResultAsync(Task<Uploaded> work, OutgoingMedium medium)
    {
        try
        {
            return await work;
        }
        catch (OperationCanceledException)
        {
            return new Uploaded { Instead = new TryLater { Reason = $"{medium.Name} did not become ready on the server; it is sent anew" } };
        }
    }

    private void ForgetOld()
    {
        var now = host.Clock.GetUtcNow();
        foreach (var name in _uploads.Where(upload => now - upload.Value.At > Kept).Select(upload => upload.Key).ToList())
            _uploads.Remove(name);
    }

    private static string BeginningOf(Profile profile, SendKey key) => $"{profile.Name} {key.Value} ";

    private static string HashOf(OutgoingMedium medium)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(medium.Bytes.Span);
        hash.AppendData(Encoding.UTF8.GetBytes(medium.Alt));
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
