using PluginHost.Sdk;
using PluginHost.Workbench.Rendering;
using PluginHost.Workbench.Tests.Fixtures;
using Record = PluginHost.Sdk.Record;

namespace PluginHost.Workbench.Tests.Views.BuiltIn.Composing;

/// <summary>A workbench with the composer open, over a plugin that publishes.</summary>
internal static class ComposerBench
{
    public static async Task<TestBench> OpenAsync(string more = "")
    {
        var bench = Make(more);
        await ShowAsync(bench);
        return bench;
    }

    public static TestBench Make(string more) =>
        new TestBench { HasBuiltIn = true, Extra = PublishingPlugin.Profiles + "\n" + more }.With(PublishingPlugin.Id, PublishingPlugin.Source);

    public static Task ShowAsync(TestBench bench)
    {
        bench.Workbench.OpenView("workbench.composer");
        return bench.UntilAsync(() => bench.Workbench.Focused?.Model is not null);
    }

    public static async Task<string> AskAsync(TestBench bench, string command) =>
        (await bench.Engine.Commands.RunAsync(command, Record.Empty, CancellationToken.None)).ToString();

    /// <summary>Replaces what is written.</summary>
    public static void Write(TestBench bench, string text) => ((EditorModel)bench.Workbench.Focused!.Model!).Edit(text);
}
