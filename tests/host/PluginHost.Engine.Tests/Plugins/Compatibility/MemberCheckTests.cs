using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using PluginHost.Engine.Plugins;
using PluginHost.Engine.Plugins.Compatibility;
using PluginHost.Engine.Tests.Fixtures;

namespace PluginHost.Engine.Tests.Plugins.Compatibility;

/// <summary>A plugin that was built with one version of a contract meets another.</summary>
public sealed class MemberCheckTests
{
    [Theory]
    [InlineData(
        "a method that is gone",
        "public interface IStatus { void Flash(string text); }",
        "public interface IStatus { }",
        "public class P { public void M(IStatus it) => it.Flash(\"x\"); }",
        "IStatus.Flash(String)")]
    [InlineData(
        "a parameter more, with a default",
        "public static class Status { public static void Flash(int times) { } }",
        "public static class Status { public static void Flash(int times, int pause = 0) { } }",
        "public class P { public void M() => Status.Flash(1); }",
        "Status.Flash(Int32)")]
    [InlineData(
        "another result",
        "public static class Status { public static int Count() => 1; }",
        "public static class Status { public static long Count() => 1; }",
        "public class P { public int M() => Status.Count(); }",
        "Status.Count()")]
    [InlineData(
        "a positional parameter more",
        "public sealed record Note(string Text);",
        "public sealed record Note(string Text, int Mood);",
        "public class P { public object M() => new Note(\"x\"); }",
        "new Note(String)")]
    [InlineData(
        "a field that became a property",
        "public sealed class Note { public string Text = \"\"; }",
        "public sealed class Note { public string Text { get; set; } = \"\"; }",
        "public class P { public string M(Note note) => note.Text; }",
        "Note.Text")]
    [InlineData(
        "a property that can no longer be set",
        "public sealed class Note { public string Text { get; set; } = \"\"; }",
        "public sealed class Note { public string Text { get; init; } = \"\"; }",
        "public class P { public void M(Note note) => note.Text = \"x\"; }",
        "Note.Text")]
    [InlineData(
        "a type that is gone, named once",
        "public sealed class Note { public void A() { } public void B() { } }",
        "public sealed class Other { }",
        "public class P { public void M(Note note) { note.A(); note.B(); } }",
        "Note")]
    [InlineData(
        "a generic method",
        "public static class Box { public static T Open<T>(System.Collections.Generic.List<T> from) => from[0]; }",
        "public static class Box { public static T Open<T>(T[] from) => from[0]; }",
        "public class P { public int M() => Box.Open(new List<int> { 1 }); }",
        "Box.Open(List<!!0>)")]
    [InlineData(
        "a member of a generic type",
        "public sealed class Box<T> { public T Open() => default!; }",
        "public sealed class Box<T> { public T Look() => default!; }",
        "public class P { public int M(Box<int> box) => box.Open(); }",
        "Box.Open()")]
    [InlineData(
        "a class that is sealed",
        "public abstract class Network { }",
        "public sealed class Network { }",
        "public class P : Network { }",
        "Network as a class to derive from, as P does")]
    [InlineData(
        "an abstract member more",
        "public abstract class Network { public abstract int A(); }",
        "public abstract class Network { public abstract int A(); public abstract int B(int x); }",
        "public class P : Network { public override int A() => 1; }",
        "P without Network.B(Int32), which it has to bring here")]
    [InlineData(
        "a member more of an interface that the plugin implements",
        "public interface ITaste { int A(); }",
        "public interface ITaste { int A(); int B { get; } }",
        "public class P : ITaste { int ITaste.A() => 1; }",
        "P without ITaste.B, which it has to bring here")]
    public void Should_Name_What_Is_Missing(string what, string built, string here, string plugin, string missing) =>
        MissingOf(built, here, plugin).ShouldBe([missing], what);

    [Theory]
    [InlineData(
        "nothing has changed",
        "public interface IStatus { void Flash<T>(T[,] text, ref int times, System.Func<T, string?> show); string Text { get; init; } event System.Action? Gone; }",
        "public interface IStatus { void Flash<T>(T[,] text, ref int times, System.Func<T, string?> show); string Text { get; init; } event System.Action? Gone; }",
        "public class P { public void M(IStatus it) { var n = 1; it.Flash(new int[1, 1], ref n, x => x.ToString()); it.Gone += () => { }; _ = it.Text + it.ToString(); } }")]
    [InlineData(
        "an overload, a type, a member that has a body",
        "public interface ITaste { int A(); }",
        "public interface ITaste { int A(); int A(int x) => x; int B => 1; } public sealed class More { }",
        "public class P : ITaste { public int A() => 1; }")]
    [InlineData(
        "a member that moved to a base",
        "public class Network { public int A() => 1; }",
        "public class Line { public int A() => 1; } public class Network : Line { }",
        "public class P { public int M(Network it) => it.A(); }")]
    [InlineData(
        "what a base of the plugin's own brings",
        "public abstract class Network { public abstract int A(); public virtual int B() => 1; } public interface ITaste { int B(); }",
        "public abstract class Network { public abstract int A(); public virtual int B() => 1; } public interface ITaste { int B(); }",
        "public abstract class Own : Network { public override int A() => 1; } public class P : Own, ITaste { }")]
    [InlineData(
        "a class of the framework in between",
        "public class Trouble : System.Exception { }",
        "public class Trouble : System.Exception { }",
        "public class P { public string M(Trouble it) => it.Message + it.HResult; }")]
    public void Should_Find_Nothing_Where_All_Is_There(string what, string built, string here, string plugin) =>
        MissingOf(built, here, plugin).ShouldBeEmpty(what);

    [Fact]
    public void Should_Say_Which_Version_Has_It_And_What_To_Do()
    {
        using var folder = new TestFolder();
        var (plugin, contracts) = Build(
            folder,
            "public interface IStatus { void A(); void B(); void C(); void D(); void E(); }",
            "public interface IStatus { void A(); }",
            "[assembly: BuiltWith(\"1.4.0\")] public class P { public void M(IStatus it) { it.A(); it.B(); it.C(); it.D(); it.E(); } }");

        // When
        var reason = Incompatibility.Find(plugin, Manifest, contracts, new Version(1, 2, 0));

        // Then
        reason.ShouldBe(
            "acme.notes 2.1.0 uses what this program's SDK 1.2 does not have: IStatus.B(), IStatus.C(), IStatus.D() and 1 more. "
            + "It was built with SDK 1.4.0, which has them. Update PluginHost, or install an older acme.notes.");
    }

    [Fact]
    public void Should_Say_That_An_Assembly_Is_Damaged()
    {
        using var folder = new TestFolder();
        var (plugin, contracts) = Build(folder, "public interface IStatus { void A(); }", "public interface IStatus { }", "public class P { public void M(IStatus it) => it.A(); }");
        var bytes = File.ReadAllBytes(plugin);
        using (var pe = new PEReader(new MemoryStream(bytes)))
        {
            var start = pe.PEHeaders.MetadataStartOffset + pe.GetMetadataReader().GetHeapMetadataOffset(HeapIndex.Blob);
            bytes.AsSpan(start, pe.GetMetadataReader().GetHeapSize(HeapIndex.Blob)).Fill(0xff);
        }

        File.WriteAllBytes(plugin, bytes);

        // When
        var reason = Incompatibility.Find(plugin, Manifest, contracts, new Version(1, 0, 0));

        // Then
        reason.ShouldBe("Plugin.dll is damaged: what it uses cannot be read. Build or install the plugin again.");
    }

    private static PluginManifest Manifest { get; } = new() { Id = "acme.notes", Name = "Notes", Version = "2.1.0", Sdk = "^1.0", Entry = "Plugin.dll" };

    private static IReadOnlyCollection<string> MissingOf(string built, string here, string source)
    {
        using var folder = new TestFolder();
        var (plugin, contracts) = Build(folder, built, here, source);
        using var pe = new PEReader(File.OpenRead(plugin));
        return new MemberCheck(pe.GetMetadataReader(), contracts).FindMissing();
    }

    private static (string Plugin, ContractSurface Contracts) Build(TestFolder folder, string built, string here, string source)
    {
        var newer = TestPlugin.Assembly(Path.Combine(folder.Path, "newer"), "Acme.Contract", built);
        var ours = TestPlugin.Assembly(Path.Combine(folder.Path, "ours"), "Acme.Contract", here);
        return (TestPlugin.Assembly(folder.Path, "Plugin", source, newer), ContractSurface.Of([ours]));
    }
}
