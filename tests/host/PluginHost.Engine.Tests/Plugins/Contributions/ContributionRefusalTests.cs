using PluginHost.Engine.Plugins.Contributions;
using PluginHost.Engine.Tests.Fixtures;

namespace PluginHost.Engine.Tests.Plugins.Contributions;

public sealed class ContributionRefusalTests
{
    private const string Result = "A command returns nothing, a simple value or a PluginHost.Sdk.Value, or a task of one.";
    private const string Parameters = "A command takes string, int, long, decimal, bool, TimeSpan, DateTimeOffset, DueTime or string[].";
    private const string View = "must return a PluginHost.Sdk.View or Table, or a task of one, and take only IHost and CancellationToken.";
    private const string Network = "must return a PluginHost.Campaigns.Network or a task of one, and take only IHost and CancellationToken.";
    private const string Service = "must return a task that ends with the service, and take only IHost and CancellationToken.";
    private const string Global =
        "must return a class or interface of a contract assembly, or a task of one, and take only IHost, IScript and CancellationToken.";

    [Theory]
    [InlineData("public sealed class Notes;", "Test.guest.dll has no public class derived from PluginHost.Sdk.Plugin.")]
    [InlineData("internal sealed class Notes : Plugin;", "Test.guest.dll has no public class derived from PluginHost.Sdk.Plugin.")]
    [InlineData("public abstract class Notes : Plugin;", "Test.guest.dll has no public class derived from PluginHost.Sdk.Plugin.")]
    [InlineData("public static class Outer { public sealed class Notes : Plugin; }", "Test.guest.dll has no public class derived from PluginHost.Sdk.Plugin.")]
    [InlineData(
        "public sealed class One : Plugin; public sealed class Two : Plugin;",
        "Test.guest.dll has 2 classes derived from PluginHost.Sdk.Plugin. Keep one; partials by topic may split it.")]
    [InlineData("public sealed class Notes(int count) : Plugin { public int Count => count; }", "Notes needs a public constructor without parameters: the host makes the plugin's object with it.")]
    public void Should_Refuse_An_Assembly_Without_One_Plugin_Class(string source, string reason) => Refuse(source).ShouldBe(reason);

    [Theory]
    [InlineData("other.add", "Add declares the id other.add. The ids of guest begin with guest.")]
    [InlineData("guest", "Add declares the id guest. The ids of guest begin with guest.")]
    [InlineData("guesthouse.add", "Add declares the id guesthouse.add. The ids of guest begin with guest.")]
    public void Should_Refuse_An_Id_That_Is_Not_The_Plugins(string id, string reason) =>
        RefuseMethod($"[Command(\"{id}\", \"Add\")]", "public void Add() { }").ShouldBe(reason);

    [Fact]
    public void Should_Refuse_A_Command_That_Nothing_Takes_Back_As_It_Says() =>
        RefuseMethod("""[Command("guest.add", "Add", Undo = "guest.remove")]""", "public void Add() { }")
            .ShouldBe("The command guest.add is taken back by guest.remove, and guest has no such command.");

    [Fact]
    public void Should_Refuse_A_Command_Of_Which_Nothing_Says_What_It_Is_About_To_Do() =>
        RefuseMethod("""[Command("guest.add", "Add", Confirm = "guest.what")]""", "public void Add() { }")
            .ShouldBe("The command guest.add is confirmed by guest.what, and guest has no such command.");

    [Fact]
    public void Should_Refuse_A_View_With_An_Id_That_Is_Not_The_Plugins() =>
        RefuseMethod("""[View("list", "List", Area.Panel)]""", "public Table List() => null!;")
            .ShouldBe("List declares the id list. The ids of guest begin with guest.");

    [Fact]
    public void Should_Refuse_An_Id_That_Comes_Twice() => Refuse("""
        public sealed class Guest : Plugin
        {
            [Command("guest.list", "List")]
            public void List() { }

            [View("guest.list", "List", Area.Panel)]
            public Table Show() => null!;
        }
        """).ShouldBe("The id guest.list is declared twice.");

    [Theory]
    [InlineData("[StatusItem(\"count\", \"How many\")]", "The status item count: the ids of guest begin with guest.")]
    [InlineData("[ContextKey(\"online\", \"Whether\")]", "The context key online: the ids of guest begin with guest.")]
    public void Should_Refuse_A_Name_On_The_Class_That_Is_Not_The_Plugins(string attribute, string reason) =>
        Refuse($"{attribute} public sealed class Guest : Plugin;").ShouldBe(reason);

    [Theory]
    [InlineData("private void Add() { }", "Add must be a public method of the instance.")]
    [InlineData("internal void Add() { }", "Add must be a public method of the instance.")]
    [InlineData("public static void Add() { }", "Add must be a public method of the instance.")]
    [InlineData("public void Add<T>() { }", "Add has type parameters, which nobody can give.")]
    [InlineData("public void Add(string note, IHost host) { }", "Add takes IHost first, then its parameters, then CancellationToken last; each may be left out.")]
    [InlineData("public void Add(CancellationToken cancel, string note) { }", "Add takes IHost first, then its parameters, then CancellationToken last; each may be left out.")]
    [InlineData("public void Add(CancellationToken cancel, IHost host) { }", "Add takes IHost first, then its parameters, then CancellationToken last; each may be left out.")]
    [InlineData("public void Add(IHost host, IHost again) { }", "Add takes IHost first, then its parameters, then CancellationToken last; each may be left out.")]
    [InlineData("public void Add(double size) { }", $"The parameter size of guest.add is of type System.Double. {Parameters}")]
    [InlineData("public void Add(ref string text) { }", $"The parameter text of guest.add is of type System.String&. {Parameters}")]
    [InlineData("public void Add(int[] sizes) { }", $"The parameter sizes of guest.add is of type System.Int32[]. {Parameters}")]
    [InlineData("public void Add(string[,] sizes) { }", $"The parameter sizes of guest.add is of type System.String[,]. {Parameters}")]
    [InlineData("public void Add(int? size) { }", $"The parameter size of guest.add is of type System.Nullable`1. {Parameters}")]
    [InlineData("public void Add(Uri where) { }", $"The parameter where of guest.add is of type System.Uri. {Parameters}")]
    [InlineData("public object Add() => 1;", $"The command guest.add returns System.Object. {Result}")]
    [InlineData("public double Add() => 1;", $"The command guest.add returns System.Double. {Result}")]
    [InlineData("public Task<object> Add() => null!;", $"The command guest.add returns System.Object. {Result}")]
    [InlineData("public ValueTask Add() => default;", $"The command guest.add returns System.Threading.Tasks.ValueTask. {Result}")]
    [InlineData("public Task<Task> Add() => null!;", $"The command guest.add returns System.Threading.Tasks.Task. {Result}")]
    [InlineData("public string[] Add() => [];", $"The command guest.add returns System.String[]. {Result}")]
    public void Should_Refuse_A_Command_That_Nobody_Could_Call(string method, string reason) =>
        RefuseMethod("""[Command("guest.add", "Add")]""", method).ShouldBe(reason);

    [Theory]
    [InlineData("public void List() { }")]
    [InlineData("public string List() => null!;")]
    [InlineData("public Task List() => null!;")]
    [InlineData("public Table List(string filter) => null!;")]
    public void Should_Refuse_A_View_That_Cannot_Be_Shown(string method) =>
        RefuseMethod("""[View("guest.list", "List", Area.Panel)]""", method).ShouldBe($"The view guest.list is made by List, which {View}");

    [Theory]
    [InlineData("public void Make() { }")]
    [InlineData("public string Make() => null!;")]
    [InlineData("public Network Make(Profile profile) => null!;")]
    public void Should_Refuse_A_Network_That_Is_None(string method) =>
        RefuseMethod("""[Network("square", "Square")]""", method).ShouldBe($"The network square is made by Make, which {Network}");

    [Theory]
    [InlineData("public void Work(CancellationToken cancel) { }")]
    [InlineData("public async void Work() { await Task.Yield(); }")]
    [InlineData("public ValueTask Work() => default;")]
    [InlineData("public Task<int> Work() => null!;")]
    [InlineData("public string Work() => null!;")]
    [InlineData("public Task Work(string what) => null!;")]
    public void Should_Refuse_A_Background_Service_That_The_Host_Cannot_Run(string method) =>
        RefuseMethod("""[BackgroundService("guest.work", "Works")]""", method).ShouldBe($"The background service guest.work is run by Work, which {Service}");

    [Fact]
    public void Should_Refuse_A_Background_Service_With_An_Id_That_Is_Not_The_Plugins() =>
        RefuseMethod("""[BackgroundService("work", "Works")]""", "public Task Work() => null!;")
            .ShouldBe("Work declares the id work. The ids of guest begin with guest.");

    [Theory]
    [InlineData("public void Make() { }")]
    [InlineData("public string Make() => null!;")]
    [InlineData("public Guest Make() => null!;")]
    [InlineData("public IReadOnlyList<string> Make() => null!;")]
    [InlineData("public IProfiles Make(string name) => null!;")]
    public void Should_Refuse_A_Script_Global_That_Scripts_Could_Not_Name(string method) =>
        RefuseMethod("""[ScriptGlobal("Bell", "Rings.")]""", method).ShouldBe($"The script global Bell is made by Make, which {Global}");

    [Theory]
    [InlineData("[Command(\"guest.two\", \"Two\")]")]
    [InlineData("")]
    public void Should_Refuse_A_Handler_That_Has_An_Overload(string attribute) => Refuse($$"""
        public sealed class Guest : Plugin
        {
            [Command("guest.one", "One")]
            public void Add(string one) { }

            {{attribute}}
            public void Add(int two) { }
        }
        """).ShouldBe("Two public methods are called Add. Give the handler a name of its own.");

    [Fact]
    public void Should_Refuse_A_File_That_Is_No_Assembly()
    {
        using var folder = new TestFolder();

        RefuseFile(File(folder, "Notes.dll", "This is a letter, not a program."u8))
            .ShouldBe("Notes.dll is damaged: it cannot be read as a .NET assembly. Build or install the plugin again.");
        RefuseFile(File(folder, "Empty.dll", []))
            .ShouldBe("Empty.dll is damaged: it cannot be read as a .NET assembly. Build or install the plugin again.");
    }

    [Fact]
    public void Should_Refuse_A_Module_Without_Metadata()
    {
        using var folder = new TestFolder();
        var image = System.IO.File.ReadAllBytes(TestPlugin.Assembly(folder.Path, "Test.guest", "public sealed class Guest : Plugin;"));
        using (var pe = new System.Reflection.PortableExecutable.PEReader(new MemoryStream(image)))
        {
            // The 15th data directory points to the CLI header; without it this is a library of machine code.
            var directories = pe.PEHeaders.PEHeaderStartOffset + (pe.PEHeaders.PEHeader!.Magic == System.Reflection.PortableExecutable.PEMagic.PE32 ? 96 : 112);
            image.AsSpan(directories + (14 * 8), 8).Clear();
        }

        RefuseFile(File(folder, "Native.dll", image)).ShouldBe("Native.dll is no .NET assembly. Build the plugin again.");
    }

    [Fact]
    public void Should_Refuse_An_Assembly_That_Cannot_Be_Opened()
    {
        using var folder = new TestFolder();
        var link = Path.Combine(folder.Path, "Gone.dll");
        System.IO.File.CreateSymbolicLink(link, Path.Combine(folder.Path, "nowhere.dll"));

        RefuseFile(link).ShouldStartWith("Gone.dll cannot be read: ");
    }

    [Fact]
    public void Should_Read_Or_Refuse_An_Assembly_That_Is_Cut_Off_Or_Garbled()
    {
        using var folder = new TestFolder();
        var whole = System.IO.File.ReadAllBytes(TestPlugin.Assembly(folder.Path, "Test.guest", """
            [Setting("undo", SettingKind.Duration, "How long.", Default = "30s")]
            public sealed class Guest : Plugin
            {
                [Command("guest.add", "Add")]
                public Task AddAsync(IHost host, [Asks("What?")] string note, CancellationToken cancel) => null!;
            }
            """));
        var random = new Random(4);
        var cut = Path.Combine(folder.Path, "Cut.dll");
        for (var i = 0; i < 1_000; i++)
        {
            var image = whole[..(i % 2 == 0 ? random.Next(whole.Length) : whole.Length)];
            for (var flips = i % 2 == 0 ? 0 : 1 + random.Next(8); flips > 0; flips--)
                image[random.Next(image.Length)] = (byte)random.Next(256);

            System.IO.File.WriteAllBytes(cut, image);
            ContributionReader.Read(cut, "guest").ShouldNotBeNull();
        }
    }

    private static string RefuseMethod(string attribute, string method) => Refuse($"public sealed class Guest : Plugin\n{{\n{attribute}\n{method}\n}}");

    private static string Refuse(string source)
    {
        using var folder = new TestFolder();
        return RefuseFile(TestPlugin.Assembly(folder.Path, "Test.guest", source));
    }

    private static string RefuseFile(string assembly) => ContributionReader.Read(assembly, "guest").ShouldBeOfType<ContributionsRefused>().Reason;

    private static string File(TestFolder folder, string name, ReadOnlySpan<byte> bytes)
    {
        var path = Path.Combine(folder.Path, name);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }
}
