using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using FsCheck;
using FsCheck.Fluent;
using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Engine.Trust.Reaching;

namespace PluginHost.Engine.Tests.Trust.Reaching;

public sealed class PluginReachTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Theory]
    [InlineData("System.Diagnostics.Process.Start(\"sh\");", "start other programs", "Process.Start")]
    [InlineData("new System.Diagnostics.ProcessStartInfo();", "start other programs", "new ProcessStartInfo")]
    [InlineData("System.Diagnostics.Process.GetProcessById(1).Kill();", "start other programs", "Process.GetProcessById, Process.Kill")]
    [InlineData("System.Runtime.InteropServices.NativeLibrary.Load(\"c\");", "run native code, which nothing can look into", "NativeLibrary.Load")]
    [InlineData("System.Reflection.Assembly.LoadFrom(\"x\");", "make or load other code while it runs", "Assembly.LoadFrom")]
    [InlineData("new System.Reflection.Emit.DynamicMethod(\"x\", null, null);", "make or load other code while it runs", "new DynamicMethod")]
    [InlineData("System.IO.File.ReadAllText(\"x\");", "read and write any file that you can", "File.ReadAllText")]
    [InlineData("System.IO.Directory.GetFiles(\"x\");", "read and write any file that you can", "Directory.GetFiles")]
    [InlineData("new System.IO.StreamReader(\"x\");", "read and write any file that you can", "new StreamReader")]
    [InlineData("System.Xml.Linq.XDocument.Load(\"x\");", "read and write any file that you can", "XDocument.Load")]
    [InlineData("System.IO.Compression.ZipFile.OpenRead(\"x\");", "read and write any file that you can", "ZipFile.OpenRead")]
    [InlineData("new System.Net.Http.HttpClient();", "speak with servers by itself", "new HttpClient")]
    [InlineData("new System.Net.WebSockets.ClientWebSocket();", "speak with servers by itself", "new ClientWebSocket")]
    [InlineData("new System.Net.Sockets.TcpClient();", "open connections of any kind, or be a server", "new TcpClient")]
    [InlineData("System.Net.Dns.GetHostName();", "open connections of any kind, or be a server", "Dns.GetHostName")]
    [InlineData("new System.IO.Pipes.NamedPipeServerStream(\"x\");", "open connections of any kind, or be a server", "new NamedPipeServerStream")]
    [InlineData("new System.Net.Mail.SmtpClient();", "send mail by itself", "new SmtpClient")]
    [InlineData("System.Environment.GetEnvironmentVariable(\"x\");", "read your environment, where passwords often stand", "Environment.GetEnvironmentVariable")]
    [InlineData("System.Environment.Exit(1);", "end the program", "Environment.Exit")]
    [InlineData("var i = 1; System.Runtime.CompilerServices.Unsafe.As<int, long>(ref i) = 2;", "read and write memory past all checks", "Unsafe.As")]
    public void Should_See_What_Code_Can_Do_Past_The_Host(string statement, string words, string by)
    {
        var found = Of(Body(statement)).Own.ShouldHaveSingleItem();

        found.Rule.Words.ShouldBe(words);
        string.Join(", ", found.By).ShouldBe(by);
    }

    [Theory]
    [InlineData("System.Diagnostics.Process.GetCurrentProcess().Refresh();")]
    [InlineData("new System.Net.Http.HttpRequestMessage().Content = new System.Net.Http.StringContent(\"x\");")]
    [InlineData("new System.IO.StreamReader(new System.IO.MemoryStream()).ReadToEnd();")]
    [InlineData("System.IO.Path.Combine(\"a\", \"b\");")]
    [InlineData("_ = System.Environment.NewLine + System.Environment.ProcessorCount;")]
    [InlineData("System.Xml.Linq.XDocument.Parse(\"<x/>\");")]
    public void Should_Say_Nothing_Of_What_Passes_Nobody_By(string statement) => Of(Body(statement)).Own.ShouldBeEmpty();

    [Fact]
    public void Should_See_Native_Calls_However_They_Are_Declared()
    {
        var reach = Of("public static class Native { [System.Runtime.InteropServices.DllImport(\"libc\", EntryPoint = \"getpid\")] public static extern int Me(); }");

        var found = reach.Own.ShouldHaveSingleItem();
        found.Rule.ShouldBe(ReachRules.Native);
        found.By.ShouldBe(["getpid of libc"]);
    }

    [Fact]
    public void Should_See_A_Type_That_Is_Only_Passed_On() =>
        Of("public static class Asking { public static System.Type What => typeof(System.Net.Sockets.Socket); }").Own.ShouldHaveSingleItem().By.ShouldBe(["Socket"]);

    [Fact]
    public void Should_See_The_Registry()
    {
        var rule = ReachRules.All.Single(rule => rule.Words == "read and write the registry");

        rule.Types.ShouldContain("Microsoft.Win32.Registry");
    }

    [Fact]
    public void Should_Tell_What_Is_Asked_For_From_What_Is_Not_And_Say_That_Both_Pass_By()
    {
        var reach = Of(Body("new System.Net.Http.HttpClient(); System.Diagnostics.Process.Start(\"sh\");"));

        reach.Describe(["network"]).ShouldBe(
        [
            "Past PluginHost, which cannot check it, its code can",
            "  start other programs: Process.Start; it does not ask for process",
            "  speak with servers by itself: new HttpClient; it asks for network, and passes PluginHost by all the same",
        ]);
        reach.Undeclared(["network"]).ShouldBe(["start other programs (process)"]);
        reach.Undeclared(["network", "process"]).ShouldBeEmpty();
    }

    [Fact]
    public void Should_Name_What_Its_Libraries_Do_Apart()
    {
        TestPlugin.Assembly(_folder.Path, "Library", "public static class Words { public static void Do() { System.IO.File.Delete(\"x\"); } }");
        TestPlugin.Assembly(_folder.Path, "Harmless", "public static class Other { }");
        File.WriteAllText(Path.Combine(_folder.Path, "PluginHost.Sdk.dll"), "a copy that is never loaded");
        File.WriteAllText(Path.Combine(_folder.Path, "libwords.so"), "\u007fELF");
        File.WriteAllText(Path.Combine(_folder.Path, "broken.dll"), "MZ, and no more");

        Of("public static class Nothing { }").Describe([]).ShouldBe(
        [
            "Its library Library.dll can",
            "  read and write any file that you can: File.Delete; it does not ask for files",
            "It brings native code, which nothing can look into: libwords.so",
            "These files cannot be read, so nothing is known of them: broken.dll",
        ]);
    }

    [Fact]
    public void Should_Not_Follow_A_Type_That_Is_Nested_In_Itself()
    {
        File.WriteAllBytes(Path.Combine(_folder.Path, "circle.dll"), Circle());

        Of("public static class Nothing { }").Unread.ShouldBe(["circle.dll"]);
    }

    [Fact]
    public void Should_Come_Back_From_Any_Damage()
    {
        var sound = File.ReadAllBytes(TestPlugin.Assembly(_folder.Path, "Sound", Body("System.IO.File.Delete(\"x\"); new System.Net.Http.HttpClient();")));
        var file = Path.Combine(_folder.Path, "Sound.dll");

        Prop.ForAll(
            ArbMap.Default.ArbFor<(int Place, byte Value)[]>(),
            flips =>
            {
                var damaged = sound.ToArray();
                foreach (var (place, value) in flips)
                    damaged[(uint)(place * 7919) % damaged.Length] = value;

                File.WriteAllBytes(file, damaged);
                _ = PluginReach.Of(file);
            }).QuickCheckThrowOnFailure();
    }

    public void Dispose() => _folder.Dispose();

    private static string Body(string statement) => $"public static class Code {{ public static void Run() {{ {statement} }} }}";

    private PluginReach Of(string source) => PluginReach.Of(TestPlugin.Assembly(_folder.Path, "Plugin", source));

    private static byte[] Circle()
    {
        var metadata = new MetadataBuilder();
        metadata.AddModule(0, metadata.GetOrAddString("circle.dll"), metadata.GetOrAddGuid(new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)), default, default);
        metadata.AddAssembly(metadata.GetOrAddString("circle"), new Version(1, 0, 0, 0), default, default, 0, AssemblyHashAlgorithm.Sha1);
        metadata.AddTypeReference(MetadataTokens.TypeReferenceHandle(1), default, metadata.GetOrAddString("Circle"));
        metadata.AddTypeDefinition(default, default, metadata.GetOrAddString("<Module>"), default, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
        var image = new BlobBuilder();
        new ManagedPEBuilder(PEHeaderBuilder.CreateLibraryHeader(), new MetadataRootBuilder(metadata, suppressValidation: true), new BlobBuilder()).Serialize(image);
        return image.ToArray();
    }
}
