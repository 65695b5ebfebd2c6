using PluginHost.Campaigns;

namespace PluginHost.Sdk.Testing.Tests.Networks;

internal sealed class SquareLookUp(Square square, Flaw flaw) : LookUp
{
    public override Task<LookUpResult> FindAsync(Outgoing post, SendKey key, DateTimeOffset since, CancellationToken cancel)
    {
        var found = flaw switch
        {
            Flaw.CannotFindAgain when !square.Posts.Exists(it => it.Key.Length == 0) && square.Posts.Count == 1 => default,
            Flaw.FindsAnything => square.Posts.FirstOrDefault(),
            Flaw.FindsOlder => square.Posts.Find(it => it.Text == post.Text),
            _ => square.Posts.Find(it => it.Key == key.Value),
        };
        return Task.FromResult<LookUpResult>(found.Name is { } name ? new Found { Sent = new Sent { RemoteId = name, At = found.At } } : new NotThere());
    }
}
