using System.Text;
using PluginHost.Engine.Plugins.Contributions;
using PluginHost.Engine.Plugins.Running;
using PluginHost.Sdk;

namespace PluginHost.Engine.Plugins.Index;

/// <summary>
/// The index on disk. Binary, because it is read at every start: a hundred plugins as JSON cost more than the whole start may. It is bound to the
/// builds of the engine that wrote it and of the contracts that its plugins were compared with, so the format needs no versions.
/// </summary>
internal static class IndexFormat
{
    /// <summary>Writes the plugins that can be used; why others cannot is found out anew at every start.</summary>
    public static void Write(Stream stream, IReadOnlyList<IndexedPlugin> plugins)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Builds());
        WriteAll(writer, plugins, Write);
    }

    /// <summary>Reads the index; nothing where another build wrote it.</summary>
    public static IReadOnlyList<IndexedPlugin> Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        var builds = Builds();
        return reader.ReadBytes(builds.Length).AsSpan().SequenceEqual(builds) ? ReadAll(reader, ReadPlugin) : [];
    }

    private static byte[] Builds() =>
        [.. typeof(IndexFormat).Module.ModuleVersionId.ToByteArray(), .. ContractAssemblies.Own.SelectMany(contract => contract.ManifestModule.ModuleVersionId.ToByteArray())];

    private static void Write(BinaryWriter writer, IndexedPlugin plugin)
    {
        writer.Write(plugin.Folder);
        Write(writer, plugin.ManifestStamp);
        writer.Write(plugin.EntryPath);
        Write(writer, plugin.EntryStamp);
        Write(writer, plugin.Manifest!);
        Write(writer, plugin.Contributions!);
    }

    private static IndexedPlugin ReadPlugin(BinaryReader reader) => new()
    {
        Folder = reader.ReadString(),
        ManifestStamp = ReadStamp(reader),
        EntryPath = reader.ReadString(),
        EntryStamp = ReadStamp(reader),
        Manifest = ReadManifest(reader),
        Contributions = ReadContributions(reader),
    };

    private static void Write(BinaryWriter writer, FileStamp stamp)
    {
        writer.Write(stamp.Length);
        writer.Write(stamp.WrittenTicks);
    }

    private static FileStamp ReadStamp(BinaryReader reader) => new(reader.ReadInt64(), reader.ReadInt64());

    private static void Write(BinaryWriter writer, PluginManifest manifest)
    {
        writer.Write(manifest.Id);
        writer.Write(manifest.Name);
        writer.Write(manifest.Version);
        writer.Write(manifest.Sdk);
        writer.Write(manifest.Entry);
        WriteAll(writer, manifest.Needs, static (to, need) => to.Write(need));
        WriteAll(writer, manifest.Contracts, static (to, contract) => to.Write(contract));
    }

    private static PluginManifest ReadManifest(BinaryReader reader) => new()
    {
        Id = reader.ReadString(),
        Name = reader.ReadString(),
        Version = reader.ReadString(),
        Sdk = reader.ReadString(),
        Entry = reader.ReadString(),
        Needs = ReadAll(reader, static from => from.ReadString()),
        Contracts = ReadAll(reader, static from => from.ReadString()),
    };

    private static void Write(BinaryWriter writer, PluginContributions all)
    {
        writer.Write(all.PluginType);
        writer.Write(all.ModuleVersion.ToByteArray());
        WriteAll(writer, all.Commands, WriteCommand);
        WriteAll(writer, all.Views, WriteView);
        WriteAll(writer, all.Settings, WriteSetting);
        WriteAll(writer, all.ScriptGlobals, WriteScriptGlobal);
        WriteAll(writer, all.Networks, WriteNetwork);
        WriteAll(writer, all.Linters, WriteLinter);
        WriteAll(writer, all.BackgroundServices, static (to, service) => WriteTexts(to, service.Id, service.Title, service.Method));
        WriteAll(writer, all.KeyBindings, WriteKeyBinding);
        WriteAll(writer, all.StatusItems, WriteStatusItem);
        WriteAll(writer, all.ContextKeys, static (to, key) => WriteTexts(to, key.Name, key.Description));
        WriteAll(writer, all.Examples, static (to, example) => WriteTexts(to, example.Title, example.Code));
        WriteAll(writer, all.Services, static (to, service) => to.Write(service));
    }

    private static PluginContributions ReadContributions(BinaryReader reader) => new()
    {
        PluginType = reader.ReadString(),
        ModuleVersion = new Guid(reader.ReadBytes(16)),
        Commands = ReadAll(reader, ReadCommand),
        Views = ReadAll(reader, ReadView),
        Settings = ReadAll(reader, ReadSetting),
        ScriptGlobals = ReadAll(reader, ReadScriptGlobal),
        Networks = ReadAll(reader, ReadNetwork),
        Linters = ReadAll(reader, ReadLinter),
        BackgroundServices = ReadAll(reader, ReadBackgroundService),
        KeyBindings = ReadAll(reader, ReadKeyBinding),
        StatusItems = ReadAll(reader, ReadStatusItem),
        ContextKeys = ReadAll(reader, static from => new ContextKeyContribution { Name = from.ReadString(), Description = from.ReadString() }),
        Examples = ReadAll(reader, static from => new ExampleContribution { Title = from.ReadString(), Code = from.ReadString() }),
        Services = ReadAll(reader, static from => from.ReadString()),
    };

    private static void WriteCommand(BinaryWriter writer, CommandContribution command)
    {
        WriteTexts(writer, command.Id, command.Title, command.Description, command.Method);
        WriteMaybe(writer, command.Key);
        WriteMaybe(writer, command.When);
        WriteMaybe(writer, command.Undo);
        WriteAll(writer, command.Parameters, static (to, parameter) =>
        {
            WriteTexts(to, parameter.Name, parameter.Question);
            to.Write((byte)parameter.Kind);
            WriteMaybe(to, parameter.Default);
            WriteAll(to, parameter.Choices, static (into, choice) => into.Write(choice));
            to.Write(parameter.IsAnew);
        });
    }

    private static CommandContribution ReadCommand(BinaryReader reader) => new()
    {
        Id = reader.ReadString(),
        Title = reader.ReadString(),
        Description = reader.ReadString(),
        Method = reader.ReadString(),
        Key = ReadMaybe(reader),
        When = ReadMaybe(reader),
        Undo = ReadMaybe(reader),
        Parameters = ReadAll(reader, static from => new ParameterContribution
        {
            Name = from.ReadString(),
            Question = from.ReadString(),
            Kind = (ParameterKind)from.ReadByte(),
            Default = ReadMaybe(from),
            Choices = ReadAll(from, static text => text.ReadString()),
            IsAnew = from.ReadBoolean(),
        }),
    };

    private static void WriteView(BinaryWriter writer, ViewContribution view)
    {
        WriteTexts(writer, view.Id, view.Title, view.Welcome, view.Method);
        writer.Write((byte)view.Area);
        WriteMaybe(writer, view.When);
    }

    private static ViewContribution ReadView(BinaryReader reader) => new()
    {
        Id = reader.ReadString(),
        Title = reader.ReadString(),
        Welcome = reader.ReadString(),
        Method = reader.ReadString(),
        Area = (Area)reader.ReadByte(),
        When = ReadMaybe(reader),
    };

    private static void WriteSetting(BinaryWriter writer, SettingContribution setting)
    {
        WriteTexts(writer, setting.Name, setting.Description, setting.Default);
        writer.Write((byte)setting.Kind);
    }

    private static SettingContribution ReadSetting(BinaryReader reader) => new()
    {
        Name = reader.ReadString(),
        Description = reader.ReadString(),
        Default = reader.ReadString(),
        Kind = (SettingKind)reader.ReadByte(),
    };

    private static void WriteScriptGlobal(BinaryWriter writer, ScriptGlobalContribution global) =>
        WriteTexts(writer, global.Name, global.Description, global.Method, global.Type, global.Assembly);

    private static ScriptGlobalContribution ReadScriptGlobal(BinaryReader reader) => new()
    {
        Name = reader.ReadString(),
        Description = reader.ReadString(),
        Method = reader.ReadString(),
        Type = reader.ReadString(),
        Assembly = reader.ReadString(),
    };

    private static void WriteNetwork(BinaryWriter writer, NetworkContribution network)
    {
        WriteTexts(writer, network.Id, network.Title, network.Method);
        writer.Write(network.Rehearsal);
    }

    private static NetworkContribution ReadNetwork(BinaryReader reader) => new()
    {
        Id = reader.ReadString(),
        Title = reader.ReadString(),
        Method = reader.ReadString(),
        Rehearsal = reader.ReadBoolean(),
    };

    private static void WriteLinter(BinaryWriter writer, LinterContribution linter)
    {
        WriteTexts(writer, linter.Id, linter.Title, linter.Method);
        writer.Write((byte)linter.Severity);
    }

    private static LinterContribution ReadLinter(BinaryReader reader) => new()
    {
        Id = reader.ReadString(),
        Title = reader.ReadString(),
        Method = reader.ReadString(),
        Severity = (Severity)reader.ReadByte(),
    };

    private static BackgroundServiceContribution ReadBackgroundService(BinaryReader reader) => new()
    {
        Id = reader.ReadString(),
        Title = reader.ReadString(),
        Method = reader.ReadString(),
    };

    private static void WriteKeyBinding(BinaryWriter writer, KeyBindingContribution binding)
    {
        WriteTexts(writer, binding.Command, binding.Key);
        WriteMaybe(writer, binding.When);
    }

    private static KeyBindingContribution ReadKeyBinding(BinaryReader reader) => new()
    {
        Command = reader.ReadString(),
        Key = reader.ReadString(),
        When = ReadMaybe(reader),
    };

    private static void WriteStatusItem(BinaryWriter writer, StatusItemContribution item)
    {
        WriteTexts(writer, item.Id, item.Title);
        writer.Write(item.Priority);
        WriteMaybe(writer, item.Command);
    }

    private static StatusItemContribution ReadStatusItem(BinaryReader reader) => new()
    {
        Id = reader.ReadString(),
        Title = reader.ReadString(),
        Priority = reader.ReadInt32(),
        Command = ReadMaybe(reader),
    };

    private static void WriteTexts(BinaryWriter writer, params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
            writer.Write(text);
    }

    private static void WriteMaybe(BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        if (text is not null)
            writer.Write(text);
    }

    private static string? ReadMaybe(BinaryReader reader) => reader.ReadBoolean() ? reader.ReadString() : null;

    private static void WriteAll<T>(BinaryWriter writer, IReadOnlyList<T> items, Action<BinaryWriter, T> write)
    {
        writer.Write(items.Count);
        foreach (var item in items)
            write(writer, item);
    }

    private static T[] ReadAll<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var count = reader.ReadInt32();

        // Every item takes a byte at least, so a torn file cannot ask for more memory than it is long.
        if (count < 0 || count > reader.BaseStream.Length - reader.BaseStream.Position)
            throw new FormatException($"The index promises {count} items and does not hold them.");

        var items = new T[count];
        for (var i = 0; i < items.Length; i++)
            items[i] = read(reader);

        return items;
    }
}
