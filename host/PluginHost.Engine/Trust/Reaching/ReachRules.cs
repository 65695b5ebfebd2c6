using PluginHost.Engine.Ways;

namespace PluginHost.Engine.Trust.Reaching;

/// <summary>
/// What is looked for in a plugin's code before it runs. What the host's own services take and give (<c>HttpRequestMessage</c>, <c>Stream</c>) is not here:
/// it passes nobody by.
/// </summary>
public static class ReachRules
{
    /// <summary>Calls into native code, by whatever way they are declared.</summary>
    public static ReachRule Native { get; } = new()
    {
        Words = "run native code, which nothing can look into",
        Types = ["System.Runtime.InteropServices.NativeLibrary"],
        Members =
        [
            "System.Runtime.InteropServices.Marshal.GetDelegateForFunctionPointer",
            "System.Runtime.Loader.AssemblyLoadContext.LoadUnmanagedDllFromPath",
        ],
    };

    /// <summary>Reads and writes memory by its address.</summary>
    public static ReachRule Memory { get; } = new()
    {
        Words = "read and write memory past all checks",
        Types = ["System.Runtime.CompilerServices.Unsafe", "System.Runtime.InteropServices.NativeMemory"],
        Members =
        [
            "System.Runtime.InteropServices.Marshal.Copy", "System.Runtime.InteropServices.Marshal.AllocHGlobal", "System.Runtime.InteropServices.Marshal.PtrToStructure",
            "System.Runtime.InteropServices.Marshal.StructureToPtr", "System.Runtime.InteropServices.Marshal.WriteByte", "System.Runtime.InteropServices.Marshal.WriteIntPtr",
        ],
    };

    /// <summary>All of them, the gravest first.</summary>
    public static IReadOnlyList<ReachRule> All { get; } =
    [
        new()
        {
            Words = "start other programs",
            Need = Needs.Process,
            Types = ["System.Diagnostics.Process", "System.Diagnostics.ProcessStartInfo"],
            Harmless = ["GetCurrentProcess", "Dispose", "get_Id", "get_ProcessName", "get_StartTime", "get_WorkingSet64", "get_PeakWorkingSet64", "get_TotalProcessorTime", "Refresh"],
        },
        Native,
        new()
        {
            Words = "make or load other code while it runs",
            Types = ["System.Reflection.Emit.*", "Microsoft.CodeAnalysis.*"],
            Members =
            [
                "System.Reflection.Assembly.Load", "System.Reflection.Assembly.LoadFrom", "System.Reflection.Assembly.LoadFile", "System.Reflection.Assembly.UnsafeLoadFrom",
                "System.Runtime.Loader.AssemblyLoadContext.LoadFromAssemblyPath", "System.Runtime.Loader.AssemblyLoadContext.LoadFromStream",
                "System.AppDomain.Load", "System.AppDomain.ExecuteAssembly", "System.Activator.CreateInstanceFrom",
            ],
        },
        new()
        {
            Words = "read and write any file that you can",
            Need = Needs.Files,
            Types =
            [
                "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo", "System.IO.DriveInfo", "System.IO.FileSystemWatcher",
                "System.IO.RandomAccess", "System.IO.Compression.ZipFile", "System.IO.MemoryMappedFiles.*", "System.IO.IsolatedStorage.*", "System.IO.Enumeration.*",
            ],
            Members =
            [
                "System.IO.StreamReader..ctor(path)", "System.IO.StreamWriter..ctor(path)", "System.IO.Path.GetTempFileName",
                "System.Xml.XmlReader.Create(path)", "System.Xml.XmlWriter.Create(path)", "System.Xml.XmlDocument.Load(path)", "System.Xml.XmlDocument.Save(path)",
                "System.Xml.Linq.XDocument.Load(path)", "System.Xml.Linq.XElement.Load(path)", "System.Xml.Linq.XDocument.Save(path)", "System.Xml.Linq.XElement.Save(path)",
            ],
        },
        new()
        {
            Words = "speak with servers by itself",
            Need = Needs.Network,
            Types =
            [
                "System.Net.Http.HttpClient", "System.Net.Http.HttpMessageInvoker", "System.Net.Http.HttpClientHandler", "System.Net.Http.SocketsHttpHandler",
                "System.Net.WebClient", "System.Net.WebRequest", "System.Net.HttpWebRequest", "System.Net.FtpWebRequest", "System.Net.WebSockets.ClientWebSocket",
            ],
        },
        new()
        {
            Words = "open connections of any kind, or be a server",
            Need = Needs.Network,
            Types =
            [
                "System.Net.Sockets.*", "System.Net.Quic.*", "System.Net.HttpListener", "System.Net.Dns", "System.Net.Security.SslStream", "System.Net.NetworkInformation.*",
                "System.IO.Pipes.*", "Microsoft.AspNetCore.*",
            ],
        },
        new()
        {
            Words = "send mail by itself",
            Need = Needs.Mail,
            Types = ["System.Net.Mail.SmtpClient"],
        },
        new()
        {
            Words = "read your environment, where passwords often stand",
            Members =
            [
                "System.Environment.GetEnvironmentVariable", "System.Environment.GetEnvironmentVariables", "System.Environment.ExpandEnvironmentVariables",
                "System.Environment.SetEnvironmentVariable", "System.Environment.GetCommandLineArgs",
            ],
        },
        new()
        {
            Words = "read and write the registry",
            Types = ["Microsoft.Win32.Registry", "Microsoft.Win32.RegistryKey"],
        },
        new()
        {
            Words = "end the program",
            Members = ["System.Environment.Exit", "System.Environment.FailFast"],
        },
        Memory,
    ];
}
