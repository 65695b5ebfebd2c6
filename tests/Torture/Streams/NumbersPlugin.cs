using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PluginHost.Torture.Streams;

/// <summary>
/// A plugin with a source that counts, and three takers that write down what they saw, in the order in which they saw it. Compiled here, as a third
/// party would ship it.
/// </summary>
internal static class NumbersPlugin
{
    public const string Id = "numbers";

    public static IReadOnlyList<string> Takers { get; } = ["first", "second", "third"];

    /// <summary>Writes it into a folder.</summary>
    /// <param name="folder">The folder, made here.</param>
    /// <param name="events">How far the source counts.</param>
    public static void Write(string folder, int events)
    {
        Directory.CreateDirectory(folder);
        var migrations = Path.Combine(folder, "001_seen.sql");
        File.WriteAllText(migrations, Migration);
        File.WriteAllText(Path.Combine(folder, "plugin.yaml"), $"id: {Id}\nname: Numbers\nversion: 1.0.0\nsdk: ^1.0\nentry: Numbers.dll\n");
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var compilation = CSharpCompilation.Create(
            "Numbers",
            [CSharpSyntaxTree.ParseText(Source.Replace("EVENTS", events.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))],
            platform.Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        using var assembly = File.Create(Path.Combine(folder, "Numbers.dll"));
        var resource = new ResourceDescription("Numbers.Migrations.001_seen.sql", () => File.OpenRead(migrations), isPublic: true);
        var result = compilation.Emit(assembly, manifestResources: [resource]);
        if (!result.Success)
            throw new TortureException($"The plugin of the torture does not compile:\n{string.Join('\n', result.Diagnostics)}");
    }

    private const string Migration = """
        create table numbers_seen (
            id integer primary key,
            taker text not null,
            number integer not null
        ) strict;

        create index numbers_seen_by_taker on numbers_seen (taker, number);
        """;

    private const string Source = """
        using System;
        using System.Globalization;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using PluginHost.Sdk;

        public sealed class NumbersPlugin : Plugin
        {
            [BackgroundService("numbers.count", "Counts")]
            public async Task CountAsync(IHost host, CancellationToken cancel)
            {
                var stream = host.Streams.Open("numbers", new Source(host.Clock));
                await Task.WhenAll(
                    stream.ListenAsync(cancel),
                    TakeAsync(stream, "first", cancel),
                    TakeAsync(stream, "second", cancel),
                    TakeAsync(stream, "third", cancel));
            }

            private static Task TakeAsync(IStream stream, string taker, CancellationToken cancel) => stream.TakeAsync(taker, async (events, store) =>
            {
                foreach (var seen in events)
                {
                    var number = long.Parse(seen.Id, CultureInfo.InvariantCulture);
                    await store.WriteAsync($"insert into numbers_seen (taker, number) values ({taker}, {number})");
                }
            }, cancel);
        }

        internal sealed class Source(TimeProvider clock) : StreamSource
        {
            public override Task<StreamPage> ReadAsync(string? cursor, CancellationToken cancel)
            {
                // It tells the last page's end again each time, as sources do.
                var last = cursor is null ? 0 : int.Parse(cursor, CultureInfo.InvariantCulture);
                var from = Math.Max(0, last - 5);
                var items = Enumerable.Range(from + 1, Math.Max(0, Math.Min(EVENTS - from, 205))).Select(number => new StreamItem
                {
                    Id = number.ToString(CultureInfo.InvariantCulture),
                    At = clock.GetUtcNow(),
                    Data = Record.Of(("number", number)),
                }).ToList();
                var page = last >= EVENTS ? [] : items;
                return Task.FromResult(new StreamPage
                {
                    Items = page,
                    Cursor = page.Count == 0 ? cursor : page[^1].Id,
                });
            }
        }
        """;
}
