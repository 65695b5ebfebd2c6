using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using PluginHost.Engine.Plugins.Compatibility;
using PluginHost.Sdk;

namespace PluginHost.Engine.Plugins.Contributions;

/// <summary>
/// Reads what a plugin contributes from its assembly's metadata. Nothing of the plugin is loaded or run. What a handler's shape gets wrong is
/// refused here, with the method's name, and not when somebody presses the key.
/// </summary>
internal sealed partial class ContributionReader
{
    private readonly MetadataReader _reader;
    private readonly string _pluginId;
    private readonly HashSet<string> _ids = [];
    private readonly List<MethodDefinition> _publicMethods = [];

    private ContributionReader(MetadataReader reader, string pluginId)
    {
        _reader = reader;
        _pluginId = pluginId;
    }

    public static ContributionReading Read(string assemblyPath, string pluginId)
    {
        try
        {
            using var pe = new PEReader(System.IO.File.OpenRead(assemblyPath));
            if (!pe.HasMetadata)
                return new ContributionsRefused($"{Path.GetFileName(assemblyPath)} is no .NET assembly. Build the plugin again.");

            var reader = pe.GetMetadataReader();
            MetadataBounds.Demand(reader);
            return new ContributionReader(reader, pluginId).Read(Path.GetFileName(assemblyPath));
        }
        catch (Misshapen misshapen)
        {
            return new ContributionsRefused(misshapen.Message);
        }
        catch (Exception damage) when (MetadataBounds.IsDamage(damage))
        {
            return new ContributionsRefused($"{Path.GetFileName(assemblyPath)} is damaged: it cannot be read as a .NET assembly. Build or install the plugin again.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new ContributionsRefused($"{Path.GetFileName(assemblyPath)} cannot be read: {error.Message} Build or install the plugin again.");
        }
    }

    private ContributionReading Read(string file)
    {
        var types = _reader.TypeDefinitions.Where(handle => IsPlugin(_reader.GetTypeDefinition(handle))).ToList();
        if (types.Count != 1)
        {
            return new ContributionsRefused(types.Count == 0
                ? $"{file} has no public class derived from PluginHost.Sdk.Plugin."
                : $"{file} has {types.Count} classes derived from PluginHost.Sdk.Plugin. Keep one; partials by topic may split it.");
        }

        return new ContributionsRead(Read(types[0]));
    }

    private PluginContributions Read(TypeDefinitionHandle handleOfType)
    {
        var type = _reader.GetTypeDefinition(handleOfType);
        var pluginType = TypeNames.Instance.GetTypeFromDefinition(_reader, handleOfType, 0).FullName;
        _publicMethods.AddRange(type.GetMethods().Select(_reader.GetMethodDefinition).Where(IsPublic));
        if (!_publicMethods.Exists(method => _reader.StringComparer.Equals(method.Name, ".ctor") && TakesNothing(method)))
            throw new Misshapen($"{pluginType} needs a public constructor without parameters: the host makes the plugin's object with it.");

        var commands = new List<CommandContribution>();
        var views = new List<ViewContribution>();
        var globals = new List<ScriptGlobalContribution>();
        var networks = new List<NetworkContribution>();
        var linters = new List<LinterContribution>();
        var backgroundServices = new List<BackgroundServiceContribution>();
        var checks = new List<CheckContribution>();
        foreach (var handle in type.GetMethods())
        {
            var method = _reader.GetMethodDefinition(handle);
            foreach (var attribute in DeclaredAttribute.Of(_reader, method.GetCustomAttributes()))
            {
                switch (attribute.Type)
                {
                    case "PluginHost.Sdk.CommandAttribute":
                        commands.Add(Command(method, attribute));
                        break;
                    case "PluginHost.Sdk.ViewAttribute":
                        views.Add(View(method, attribute));
                        break;
                    case "PluginHost.Sdk.ScriptGlobalAttribute":
                        globals.Add(ScriptGlobal(method, attribute));
                        break;
                    case "PluginHost.Campaigns.NetworkAttribute":
                        networks.Add(Network(method, attribute));
                        break;
                    case "PluginHost.Campaigns.LinterAttribute":
                        linters.Add(Linter(method, attribute));
                        break;
                    case "PluginHost.Sdk.BackgroundServiceAttribute":
                        backgroundServices.Add(BackgroundService(method, attribute));
                        break;
                    case "PluginHost.Sdk.CheckAttribute":
                        checks.Add(Check(method, attribute));
                        break;
                }
            }
        }

        if (commands.Find(command => command.Undo is { } undo && !commands.Exists(other => other.Id == undo)) is { } lonely)
            throw new Misshapen($"The command {lonely.Id} is taken back by {lonely.Undo}, and {_pluginId} has no such command.");

        if (commands.Find(command => command.Confirm is { } confirm && !commands.Exists(other => other.Id == confirm)) is { } unsaid)
            throw new Misshapen($"The command {unsaid.Id} is confirmed by {unsaid.Confirm}, and {_pluginId} has no such command.");

        var declared = DeclaredAttribute.Of(_reader, type.GetCustomAttributes()).ToLookup(attribute => attribute.Type);
        return new PluginContributions
        {
            PluginType = pluginType,
            ModuleVersion = _reader.GetGuid(_reader.GetModuleDefinition().Mvid),
            Commands = commands,
            Views = views,
            ScriptGlobals = globals,
            Networks = networks,
            Linters = linters,
            BackgroundServices = backgroundServices,
            Checks = checks,
            Settings = [.. declared["PluginHost.Sdk.SettingAttribute"].Select(Setting)],
            KeyBindings = [.. declared["PluginHost.Sdk.KeyBindingAttribute"].Select(KeyBinding)],
            StatusItems = [.. declared["PluginHost.Sdk.StatusItemAttribute"].Select(StatusItem)],
            ContextKeys = [.. declared["PluginHost.Sdk.ContextKeyAttribute"].Select(ContextKey)],
            Examples = [.. declared["PluginHost.Sdk.ExampleAttribute"].Select(Example)],
            Services = [.. declared["PluginHost.Sdk.ProvidesAttribute"].Select(attribute => attribute.TypeArgument(0)?.FullName ?? "")],
        };
    }

    // The host makes the plugin's object, so the class must be one that others can make.
    private bool IsPlugin(TypeDefinition type)
    {
        const TypeAttributes Looked = TypeAttributes.VisibilityMask | TypeAttributes.Abstract;
        if (type.BaseType.Kind != HandleKind.TypeReference || (type.Attributes & Looked) != TypeAttributes.Public)
            return false;

        var parent = TypeNames.Instance.GetTypeFromReference(_reader, (TypeReferenceHandle)type.BaseType, 0);
        return parent is { FullName: "PluginHost.Sdk.Plugin", Assembly: "PluginHost.Sdk" };
    }

    private static bool IsPublic(MethodDefinition method) => (method.Attributes & MethodAttributes.MemberAccessMask) == MethodAttributes.Public;

    private static bool TakesNothing(MethodDefinition method) => method.DecodeSignature(TypeNames.Instance, null).ParameterTypes.Length == 0;

    private static SettingContribution Setting(DeclaredAttribute attribute) => new()
    {
        Name = attribute.Text(0),
        Kind = (SettingKind)attribute.Integer(1),
        Description = attribute.Text(2),
        Default = attribute.Named("Default") ?? "",
        Names = (SettingNames)attribute.NamedInteger("Names"),
    };

    private static KeyBindingContribution KeyBinding(DeclaredAttribute attribute) => new()
    {
        Command = attribute.Text(0),
        Key = attribute.Text(1),
        When = attribute.Named("When"),
    };

    private StatusItemContribution StatusItem(DeclaredAttribute attribute) => new()
    {
        Id = OwnName(attribute.Text(0), "status item"),
        Title = attribute.Text(1),
        Priority = attribute.NamedInteger("Priority"),
        Command = attribute.Named("Command"),
    };

    private ContextKeyContribution ContextKey(DeclaredAttribute attribute) => new()
    {
        Name = OwnName(attribute.Text(0), "context key"),
        Description = attribute.Text(1),
    };

    private static ExampleContribution Example(DeclaredAttribute attribute) => new() { Title = attribute.Text(0), Code = attribute.Text(1) };

    private bool IsOwn(string id) => id.StartsWith(_pluginId + ".", StringComparison.Ordinal);

    private string OwnName(string name, string kind) =>
        IsOwn(name) ? name : throw new Misshapen($"The {kind} {name}: the ids of {_pluginId} begin with {_pluginId}.");

    private string OwnId(string id, HandlerShape handler)
    {
        if (!IsOwn(id))
            throw new Misshapen($"{handler.Name} declares the id {id}. The ids of {_pluginId} begin with {_pluginId}.");

        return _ids.Add(id) ? id : throw new Misshapen($"The id {id} is declared twice.");
    }

    // Handlers are found again by name, so a name may have one method only.
    private string Method(HandlerShape handler) =>
        _publicMethods.Count(method => _reader.StringComparer.Equals(method.Name, handler.Name)) == 1
            ? handler.Name
            : throw new Misshapen($"Two public methods are called {handler.Name}. Give the handler a name of its own.");
}
