namespace PluginHost.Listening.Tests.Matching;

/// <summary>A post as the naive evaluation sees it.</summary>
internal sealed record NaivePost(string Handle, string Language, string Network, string Text)
{
    public IReadOnlyList<Naive.Piece> Pieces { get; } = Naive.Read(Text);
}
