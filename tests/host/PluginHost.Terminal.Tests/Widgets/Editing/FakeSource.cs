namespace PluginHost.Terminal.Tests.Widgets.Editing;

/// <summary>Answers when the test says so.</summary>
internal sealed class FakeSource : ICompletionSource, IExplainer
{
    public List<TextPlace> Asked { get; } = [];

    public TaskCompletionSource<IReadOnlyList<CompletionItem>> Items { get; } = new();

    public IReadOnlyList<RichLine> Explanation { get; init; } = [];

    public Func<string, IReadOnlyList<RichLine>> Call { get; init; } = _ => [];

    public CancellationToken Cancel { get; private set; }

    public bool StartsAfter(string typed) => typed == ".";

    public Task<IReadOnlyList<CompletionItem>> CompleteAsync(TextDocument document, TextPlace place, CancellationToken cancel)
    {
        Asked.Add(place);
        Cancel = cancel;
        return Items.Task;
    }

    public Task<IReadOnlyList<RichLine>> ExplainAsync(TextDocument document, TextPlace place, CancellationToken cancel) => Task.FromResult(Explanation);

    public Task<IReadOnlyList<RichLine>> ExplainCallAsync(TextDocument document, TextPlace place, CancellationToken cancel) =>
        Task.FromResult(Call(document.Line(place.Line)[..place.Column]));
}
