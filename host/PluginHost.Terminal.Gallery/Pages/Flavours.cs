namespace PluginHost.Terminal.Gallery.Pages;

/// <summary>Completes the names of flavours.</summary>
internal sealed class Flavours : ICompletionSource
{
    private static readonly string[] Names = ["SecretBreakfast", "VietnameseCoffee", "Elvis", "ThaiChiliLime", "BlackSesame", "Boccalone"];

    public bool StartsAfter(string typed) => typed == ".";

    public Task<IReadOnlyList<CompletionItem>> CompleteAsync(TextDocument document, TextPlace place, CancellationToken cancel) => Task.FromResult<IReadOnlyList<CompletionItem>>(
        [.. Names.Select(name => new CompletionItem(name) { Note = "flavour", Details = [RichLine.Of($"{name} is sold today.")] })]);
}
