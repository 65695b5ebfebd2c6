using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PluginHost.Engine.State;
using PluginHost.Engine.Tests.Store;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.State;

public sealed class StateUnloadTests
{
    private const string Guest = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using PluginHost.Sdk;

        [StateRecord(2, Migration = typeof(Upgrade))]
        public sealed record Thing
        {
            public required string Name { get; init; }
            public IReadOnlyList<Thing> Things { get; init; } = [];
            public double Size { get; init; }
        }

        [StateRecord(1)]
        public sealed record Before
        {
            public required string Title { get; init; }
        }

        public sealed class Upgrade : StateMigration
        {
            public override Record Migrate(int version, Record stored) => Record.Of(("Name", stored["Title"]));
        }

        public static class Program
        {
            public static async Task<string> RunAsync(IState state, IStore store)
            {
                await state.AppendAsync("things", new Before { Title = "old" }, CancellationToken.None);
                await state.AppendAsync("things", new Thing { Name = "new", Size = 2.5, Things = [new Thing { Name = "inner" }] }, CancellationToken.None);
                var things = await state.ReadAsync<Thing>("things", CancellationToken.None);
                var rows = await store.ReadAsync($"select 'row' as name", row => new Thing { Name = row.Text("name") }, CancellationToken.None);
                return things[0].Name + things[1].Things[0].Name + rows[0].Name;
            }
        }
        """;

    [Fact]
    public async Task Should_Keep_No_Type_Of_A_Plugin_Alive()
    {
        await using var test = new TestStore();

        // When
        var kept = await LoadAndUseAsync(test);
        await Task.Yield();

        // Then
        for (var i = 0; i < 12 && kept.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        kept.IsAlive.ShouldBeFalse();
        (await test.Store.CheckAsync(CancellationToken.None)).Count.ShouldBe(1);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> LoadAndUseAsync(TestStore test)
    {
        var context = new AssemblyLoadContext("guest", isCollectible: true);
        using var image = Compile();
        var assembly = context.LoadFromStream(image);
        using var state = new StateService(test.Store).For("guest");
        using var store = test.Store.For("guest");
        var run = assembly.GetType("Program")!.GetMethod("RunAsync")!.CreateDelegate<Func<IState, IStore, Task<string>>>();
        (await run(state, store)).ShouldBe("oldinnerrow");
        context.Unload();
        return new WeakReference(assembly.GetType("Thing"));
    }

    private static MemoryStream Compile()
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is "System.Runtime.dll" or "System.Collections.dll" or "System.Private.CoreLib.dll" or "System.Threading.dll");
        var compilation = CSharpCompilation.Create(
            "Guest",
            [CSharpSyntaxTree.ParseText(Guest)],
            [.. platform.Append(typeof(IState).Assembly.Location).Select(path => MetadataReference.CreateFromFile(path))],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        var image = new MemoryStream();
        compilation.Emit(image).Diagnostics.Where(problem => problem.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        image.Position = 0;
        return image;
    }
}
