using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>
/// A post's number, as a class: what is generic over a value type is compiled anew for each of them at run time, and the first post of a program
/// waits for it.
/// </summary>
internal sealed record PostNumber
{
    public required long Value { get; init; }

    public static PostNumber Read(IRow row) => new() { Value = row.Integer("id") };
}
