using System.Text.Json.Serialization;

namespace PluginHost.Engine.Plugins.Crashes;

/// <summary>How who is left out is written: read at each start, so without reflection.</summary>
[JsonSerializable(typeof(IReadOnlyList<LeftOutPlugin>))]
[JsonSourceGenerationOptions(WriteIndented = true)]
internal sealed partial class LeftOutJson : JsonSerializerContext;
