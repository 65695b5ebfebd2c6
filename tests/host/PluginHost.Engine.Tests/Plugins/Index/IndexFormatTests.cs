using System.Text.Json;
using PluginHost.Engine.Plugins;
using PluginHost.Engine.Plugins.Contributions;
using PluginHost.Engine.Plugins.Index;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Plugins.Index;

public sealed class IndexFormatTests
{
    private static readonly IndexedPlugin Full = new()
    {
        Folder = "/plugins/nötes",
        ManifestStamp = new FileStamp(120, 638_000_000_000_000_001),
        EntryPath = "/plugins/nötes/Acme.Notes.dll",
        EntryStamp = new FileStamp(long.MaxValue, 7),
        Manifest = new PluginManifest
        {
            Id = "acme.notes",
            Name = "Notater på norsk, ملاحظات",
            Version = "1.2.0-beta.1",
            Sdk = "^1.0",
            Entry = "Acme.Notes.dll",
            Needs = ["network", "files"],
            Contracts = ["Acme.Contracts.dll"],
        },
        Contributions = new PluginContributions
        {
            PluginType = "Acme.Notes.NotesPlugin",
            ModuleVersion = new Guid("11111111-2222-3333-4444-555555555555"),
            Commands =
            [
                new CommandContribution
                {
                    Id = "acme.notes.add",
                    Title = "Add",
                    Description = "Adds a note.",
                    Key = "ctrl+k n",
                    When = "online",
                    Undo = "acme.notes.stop",
                    Confirm = "acme.notes.stop",
                    Method = "AddAsync",
                    Parameters =
                    [
                        new ParameterContribution { Name = "note", Kind = ParameterKind.TextList, Question = "What?", Default = "milk", Choices = ["milk", "bread"], IsAnew = true },
                        new ParameterContribution { Name = "count", Kind = ParameterKind.Integer },
                    ],
                },
                new CommandContribution { Id = "acme.notes.stop", Title = "Stop", Method = "Stop", Parameters = [] },
            ],
            Views = [new ViewContribution { Id = "acme.notes.list", Title = "Notes", Area = Area.Panel, Welcome = "None.", When = "online", Method = "List" }],
            Settings = [new SettingContribution { Name = "undo", Kind = SettingKind.Duration, Description = "How long.", Default = "30s" }],
            ScriptGlobals =
            [
                new ScriptGlobalContribution { Name = "Notes", Description = "Notes.", Method = "Make", Type = "Acme.INotes", Assembly = "Acme.Contracts" },
            ],
            Networks = [new NetworkContribution { Id = "square", Title = "The Square", Rehearsal = true, Method = "Square" }],
            Linters = [new LinterContribution { Id = "acme.notes.tone", Title = "Tone", Severity = Severity.Error, Method = "Tone" }],
            BackgroundServices = [new BackgroundServiceContribution { Id = "acme.notes.tidy", Title = "Tidies up", Method = "TidyAsync" }],
            KeyBindings = [new KeyBindingContribution { Command = "other.go", Key = "f5", When = "online" }],
            StatusItems = [new StatusItemContribution { Id = "acme.notes.count", Title = "Count", Priority = -3, Command = "acme.notes.add" }],
            ContextKeys = [new ContextKeyContribution { Name = "acme.notes.online", Description = "Whether." }],
            Examples = [new ExampleContribution { Title = "Say", Code = "Say(\"it\");\n" }],
            Services = ["Acme.INotes"],
        },
    };

    private static readonly IndexedPlugin Bare = new()
    {
        Folder = "/plugins/bare",
        ManifestStamp = new FileStamp(1, 2),
        EntryPath = "/plugins/bare/Bare.dll",
        EntryStamp = new FileStamp(3, 4),
        Manifest = new PluginManifest { Id = "bare", Name = "Bare", Version = "1.0.0", Sdk = "^1.0", Entry = "Bare.dll" },
        Contributions = new PluginContributions { PluginType = "Bare", ModuleVersion = Guid.Empty },
    };

    [Fact]
    public void Should_Read_What_It_Wrote()
    {
        using var stream = new MemoryStream();
        IndexFormat.Write(stream, [Full, Bare]);
        stream.Position = 0;

        var read = IndexFormat.Read(stream);

        Json(read).ShouldBe(Json([Full, Bare]));
        stream.Position.ShouldBe(stream.Length);
    }

    [Fact]
    public void Should_Fill_Everything_In_The_Plugin_That_It_Is_Tested_With()
    {
        // What a new property forgets to keep, the round trip above would not notice where it has its default.
        object[] parts =
        [
            Full.Manifest!, Full.Contributions!, Full.Contributions!.Commands[0], Full.Contributions.Commands[0].Parameters[0], Full.Contributions.Views[0],
            Full.Contributions.Settings[0], Full.Contributions.ScriptGlobals[0], Full.Contributions.Networks[0],
            Full.Contributions.BackgroundServices[0], Full.Contributions.KeyBindings[0],
            Full.Contributions.StatusItems[0], Full.Contributions.ContextKeys[0], Full.Contributions.Examples[0],
        ];

        foreach (var part in parts)
        {
            foreach (var property in part.GetType().GetProperties())
            {
                var value = property.GetValue(part);
                var isFilled = value switch
                {
                    null or "" or false => false,
                    System.Collections.ICollection list => list.Count > 0,
                    Enum or int => Convert.ToInt32(value) != 0,
                    _ => true,
                };
                isFilled.ShouldBeTrue($"{part.GetType().Name}.{property.Name}");
            }
        }
    }

    [Fact]
    public void Should_Read_Nothing_Where_Another_Build_Wrote()
    {
        using var stream = new MemoryStream();
        IndexFormat.Write(stream, [Full]);
        stream.GetBuffer()[0] ^= 1;
        stream.Position = 0;

        IndexFormat.Read(stream).ShouldBeEmpty();
    }

    private static string Json(IReadOnlyList<IndexedPlugin> plugins) => JsonSerializer.Serialize(plugins);
}
