using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace PluginHost.Engine.Plugins.Running;

/// <summary>
/// Finds in an assembly's metadata what it uses of the things that hold a plugin. The analyzers tell its author the same while compiling; this tells whoever
/// runs it. Nothing of it is loaded.
/// </summary>
internal static class PinningUses
{
    // A member, or a type as a whole, and what is said of it. A handler that is taken back, or a timer that ends, holds nobody.
    private static readonly (string Name, string Text)[] Known =
    [
        ("System.AppDomain.add_ProcessExit", "AppDomain.ProcessExit, whose handlers stay: take the handler back in DeactivateAsync."),
        ("System.AppDomain.add_UnhandledException", "AppDomain.UnhandledException, whose handlers stay: take the handler back in DeactivateAsync."),
        ("System.AppDomain.add_FirstChanceException", "AppDomain.FirstChanceException, whose handlers stay: take the handler back in DeactivateAsync."),
        ("System.AppDomain.add_AssemblyResolve", "AppDomain.AssemblyResolve, whose handlers stay: ship the assembly beside the plugin."),
        ("System.Console.add_CancelKeyPress", "Console.CancelKeyPress, whose handlers stay: watch IHost.Stopping."),
        ("System.Runtime.InteropServices.PosixSignalRegistration", "PosixSignalRegistration, whose handlers stay: watch IHost.Stopping."),
        ("System.ComponentModel.TypeDescriptor", "TypeDescriptor, which keeps the types that it has met."),
        ("Microsoft.CSharp.RuntimeBinder.Binder", "dynamic, whose binder keeps the types that it has met."),
        ("Newtonsoft.Json.JsonConvert", "Newtonsoft.Json, which keeps the types that it has met by TypeDescriptor."),
        ("Newtonsoft.Json.JsonSerializer", "Newtonsoft.Json, which keeps the types that it has met by TypeDescriptor."),
        ("Microsoft.Data.SqlClient.SqlConnection", "SqlClient, whose pools and timers stay."),
        ("System.Runtime.InteropServices.GCHandle.Alloc", "GCHandle.Alloc, which holds until it is freed."),
        ("System.Threading.Timer", "a Timer of its own: use IHost.Jobs.Every."),
        ("System.Timers.Timer", "a Timer of its own: use IHost.Jobs.Every."),
        ("System.Threading.PeriodicTimer", "a PeriodicTimer of its own: use IHost.Jobs.Every."),
        ("System.TimeProvider.get_System", "the machine's clock, whose timers hold whoever set them: use IHost.Clock."),
        ("System.Threading.Thread", "a Thread of its own: use IHost.Jobs.Background."),
        ("System.Threading.Tasks.Task.Run", "Task.Run: use IHost.Jobs.Background."),
        ("System.Threading.Tasks.TaskFactory.StartNew", "TaskFactory.StartNew: use IHost.Jobs.Background."),
        ("System.Threading.Tasks.Task.Delay", "Task.Delay: name the clock and the token, Task.Delay(time, host.Clock, cancel)."),
        ("System.AppContext.SetData", "AppContext.SetData, which keeps what it is given."),
        ("System.Threading.AsyncLocal`1", "AsyncLocal, whose value flows on into what outlives the plugin."),
    ];

    public static IReadOnlyList<string> In(string assembly)
    {
        try
        {
            using var stream = System.IO.File.OpenRead(assembly);
            using var file = new PEReader(stream);
            var used = NamesIn(file.GetMetadataReader());
            return [.. Known.Where(known => used.Contains(known.Name)).Select(known => $"It uses {known.Text}").Distinct(StringComparer.Ordinal)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or BadImageFormatException or InvalidOperationException)
        {
            // It is a zombie of an assembly that is no longer there: its causes stay unknown.
            return [];
        }
    }

    private static HashSet<string> NamesIn(MetadataReader metadata)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var handle in metadata.TypeReferences)
            names.Add(NameOf(metadata, handle));

        foreach (var handle in metadata.MemberReferences)
        {
            var member = metadata.GetMemberReference(handle);
            if (member.Parent.Kind == HandleKind.TypeReference)
                names.Add($"{NameOf(metadata, (TypeReferenceHandle)member.Parent)}.{metadata.GetString(member.Name)}");
        }

        return names;
    }

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }
}
