using System.Text.Json;

namespace PluginHost.RehearsalServer.Tests;

/// <summary>What the network answered.</summary>
internal sealed record Said
{
    public required int Status { get; init; }

    public required JsonElement Body { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public bool Has(string name) => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty(name, out _);

    public string Text(params string[] path) => path.Aggregate(Body, (place, name) => place.GetProperty(name)).ToString();
}
