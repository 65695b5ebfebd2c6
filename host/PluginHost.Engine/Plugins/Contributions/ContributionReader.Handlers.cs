using System.Reflection.Metadata;
using PluginHost.Sdk;

namespace PluginHost.Engine.Plugins.Contributions;

/// <content>The methods that the host calls, each with the shape that its kind asks for.</content>
internal sealed partial class ContributionReader
{
    private CommandContribution Command(MethodDefinition method, DeclaredAttribute attribute)
    {
        var handler = HandlerShape.Read(_reader, method);
        var id = OwnId(attribute.Text(0), handler);
        if (!HandlerShape.IsCommandResult(handler.Result))
            throw new Misshapen($"The command {id} returns {handler.Result}. A command returns nothing, a simple value or a PluginHost.Sdk.Value, or a task of one.");

        return new CommandContribution
        {
            Id = id,
            Title = attribute.Text(1),
            Description = attribute.Named("Description") ?? "",
            Key = attribute.Named("Key"),
            When = attribute.Named("When"),
            Undo = attribute.Named("Undo"),
            Confirm = attribute.Named("Confirm"),
            Method = Method(handler),
            Parameters = [.. handler.Parameters.Select(parameter => parameter.ToContribution(id))],
        };
    }

    private ViewContribution View(MethodDefinition method, DeclaredAttribute attribute)
    {
        var handler = HandlerShape.Read(_reader, method);
        var id = OwnId(attribute.Text(0), handler);
        if (!HandlerShape.IsView(handler.Result) || handler.Parameters.Count > 0)
            throw new Misshapen($"The view {id} is made by {handler.Name}, which must return a PluginHost.Sdk.View or Table, or a task of one, and take only IHost and CancellationToken.");

        return new ViewContribution
        {
            Id = id,
            Title = attribute.Text(1),
            Area = (Area)attribute.Integer(2),
            Welcome = attribute.Named("Welcome") ?? "",
            When = attribute.Named("When"),
            Method = Method(handler),
        };
    }

    private ScriptGlobalContribution ScriptGlobal(MethodDefinition method, DeclaredAttribute attribute)
    {
        var handler = HandlerShape.Read(_reader, method);
        var name = attribute.Text(0);
        if (handler.Result is not { Assembly.Length: > 0, Arguments.Count: 0 } type || handler.Parameters.Any(parameter => parameter.Type.FullName != "PluginHost.Sdk.IScript"))
            throw new Misshapen($"The script global {name} is made by {handler.Name}, which must return a class or interface of a contract assembly, or a task of one, and take only IHost, IScript and CancellationToken.");

        return new ScriptGlobalContribution
        {
            Name = name,
            Description = attribute.Text(1),
            Method = Method(handler),
            Type = type.FullName,
            Assembly = type.Assembly,
        };
    }

    private NetworkContribution Network(MethodDefinition method, DeclaredAttribute attribute)
    {
        var handler = HandlerShape.Read(_reader, method);
        if (handler.Result?.FullName != "PluginHost.Campaigns.Network" || handler.Parameters.Count > 0)
            throw new Misshapen($"The network {attribute.Text(0)} is made by {handler.Name}, which must return a PluginHost.Campaigns.Network or a task of one, and take only IHost and CancellationToken.");

        return new NetworkContribution
        {
            Id = attribute.Text(0),
            Title = attribute.Text(1),
            Rehearsal = attribute.NamedFlag("Rehearsal"),
            Method = Method(handler),
        };
    }

    private LinterContribution Linter(MethodDefinition method, DeclaredAttribute attribute)
    {
        var handler = HandlerShape.Read(_reader, method);
        var id = OwnId(attribute.Text(0), handler);
        if (handler.Result?.FullName != "PluginHost.Campaigns.Linter" || handler.Parameters.Count > 0)
            throw new Misshapen($"The linter {id} is made by {handler.Name}, which must return a PluginHost.Campaigns.Linter or a task of one, and take only IHost and CancellationToken.");

        return new LinterContribution { Id = id, Title = attribute.Text(1), Severity = (Severity)attribute.Integer(2), Method = Method(handler) };
    }

    private BackgroundServiceContribution BackgroundService(MethodDefinition method, DeclaredAttribute attribute)
    {
        var handler = HandlerShape.Read(_reader, method);
        var id = OwnId(attribute.Text(0), handler);
        if (handler.Returned.FullName != "System.Threading.Tasks.Task" || handler.Parameters.Count > 0)
            throw new Misshapen($"The background service {id} is run by {handler.Name}, which must return a task that ends with the service, and take only IHost and CancellationToken.");

        return new BackgroundServiceContribution { Id = id, Title = attribute.Text(1), Method = Method(handler) };
    }

    private CheckContribution Check(MethodDefinition method, DeclaredAttribute attribute)
    {
        var handler = HandlerShape.Read(_reader, method);
        var id = OwnId(attribute.Text(0), handler);
        if (handler.Result is not { FullName: "System.Collections.Generic.IReadOnlyList`1", Arguments: [{ FullName: "PluginHost.Sdk.CheckProblem" }] } || handler.Parameters.Count > 0)
            throw new Misshapen($"The check {id} is made by {handler.Name}, which must return an IReadOnlyList of PluginHost.Sdk.CheckProblem or a task of one, and take only IHost and CancellationToken.");

        return new CheckContribution { Id = id, Title = attribute.Text(1), Method = Method(handler) };
    }
}
