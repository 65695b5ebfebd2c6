using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace PluginHost.Sdk.Analyzers;

/// <summary>
/// The APIs that a plugin leaves alone, by type, or by type and member. What pins was measured, case by case: the host's tests have one for each.
/// </summary>
internal static class RawApis
{
    private const string Jobs = "Use IHost.Jobs (Every, Background): the host ends it with the plugin.";
    private const string Workspace = "Use IHost.Workspace.";
    private const string Clock = "Use IHost.Clock.";
    private const string Chance = "Use IHost.Random.";

    private static readonly Dictionary<string, RawApi> Known = new(StringComparer.Ordinal)
    {
        ["System.Threading.Timer"] = Pins(Jobs),
        ["System.Timers.Timer"] = Pins(Jobs),
        ["System.Threading.PeriodicTimer"] = Pins(Jobs),
        ["System.Threading.Thread"] = Pins(Jobs),
        ["System.Threading.ThreadPool"] = Pins(Jobs),
        ["System.Threading.Tasks.Task.Run"] = Pins(Jobs),
        ["System.Threading.Tasks.TaskFactory.StartNew"] = Pins(Jobs),
        ["System.Threading.AsyncLocal"] = Pins("Hand the value on as a parameter."),
        ["System.Runtime.InteropServices.GCHandle.Alloc"] = Pins("Keep the object in a field of the plugin; pin memory with fixed or MemoryMarshal for the length of a call."),
        ["System.Runtime.InteropServices.PosixSignalRegistration"] = Pins("Watch IHost.Stopping: the program alone listens for signals."),
        ["System.AppContext.SetData"] = Pins("Keep it in a field of the plugin, or in IHost.State: what the process keeps outlives the plugin."),
        ["System.ComponentModel.TypeDescriptor"] = Pins("Read the properties that you know, or use a TypeConverter directly."),
        ["System.Text.Json.JsonSerializer"] = Pins("Use IHost.State, JsonDocument, or an overload with a JsonTypeInfo or JsonSerializerContext that is generated."),
        ["Newtonsoft.Json"] = Pins("Use IHost.State, JsonDocument, or System.Text.Json with a JsonSerializerContext that is generated."),
        ["System.IO.File"] = WayOut(Workspace),
        ["System.IO.FileInfo"] = WayOut(Workspace),
        ["System.IO.FileStream"] = WayOut(Workspace),
        ["System.IO.Directory"] = WayOut(Workspace),
        ["System.IO.DirectoryInfo"] = WayOut(Workspace),
        ["System.Console"] = WayOut("Use IHost.Output: the screen belongs to the host."),
        ["System.Diagnostics.Process"] = WayOut("A plugin starts no process: offer a command, or ask for the ability in the SDK."),
        ["System.Net.Http.HttpClient"] = WayOut("Use IHost.Http."),
        ["System.Net.Sockets.Socket"] = WayOut("Use IHost.Http, or ask for the ability in the SDK."),
        ["System.Net.Sockets.TcpClient"] = WayOut("Use IHost.Http, or ask for the ability in the SDK."),
        ["System.Net.Sockets.UdpClient"] = WayOut("Use IHost.Http, or ask for the ability in the SDK."),
        ["System.Net.WebSockets.ClientWebSocket"] = WayOut("Use IHost.Http, or ask for the ability in the SDK."),
        ["System.Net.Mail.SmtpClient"] = WayOut("Use IHost.Mail."),
        ["System.TimeProvider.System"] = WayOut(Clock),
        ["System.DateTime.Now"] = WayOut(Clock),
        ["System.DateTime.UtcNow"] = WayOut(Clock),
        ["System.DateTime.Today"] = WayOut(Clock),
        ["System.DateTimeOffset.Now"] = WayOut(Clock),
        ["System.DateTimeOffset.UtcNow"] = WayOut(Clock),
        ["System.Random"] = WayOut(Chance),
        ["System.Guid.NewGuid"] = WayOut(Chance),
        ["System.Guid.CreateVersion7"] = WayOut(Chance),
        ["System.Security.Cryptography.RandomNumberGenerator"] = WayOut(Chance),
        ["System.Environment.Exit"] = WayOut("Throw, or end the command: the program is not the plugin's to end."),
        ["System.Environment.FailFast"] = WayOut("Throw, or end the command: the program is not the plugin's to end."),
    };

    /// <summary>What is said of a member; null where it may be used.</summary>
    public static RawApi? Find(ISymbol member)
    {
        if (member.ContainingType is not { } type)
            return null;

        var name = NameOf(type);
        if (name == "System.Threading.Tasks.Task" && member is IMethodSymbol { Name: "Delay" } delay)
            return Takes(delay, "TimeProvider") ? null : Pins("Name the clock and the token: Task.Delay(time, host.Clock, cancel), and repeat by IHost.Jobs.Every.");

        if (name == "System.Text.Json.JsonSerializer" && member is IMethodSymbol method && (Takes(method, "JsonTypeInfo") || Takes(method, "JsonSerializerContext")))
            return null;

        if (type.ContainingNamespace?.ToDisplayString() is "Newtonsoft.Json" && type.Name is "JsonConvert" or "JsonSerializer")
            return Known["Newtonsoft.Json"];

        return Known.TryGetValue($"{name}.{member.Name}", out var one) || Known.TryGetValue(name, out one) ? one : null;
    }

    private static string NameOf(INamedTypeSymbol type) => $"{type.ContainingNamespace?.ToDisplayString()}.{type.Name}";

    private static bool Takes(IMethodSymbol method, string parameter)
    {
        foreach (var taken in method.Parameters)
        {
            if (taken.Type.Name == parameter)
                return true;
        }

        return false;
    }

    private static RawApi Pins(string instead) => new(Rules.Pins, instead);

    private static RawApi WayOut(string instead) => new(Rules.WayOut, instead);
}
