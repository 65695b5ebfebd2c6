using System.Globalization;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>
/// A post's number, as a class: what is generic over a value type is compiled anew for each of them at run time, and the first post of a program
/// waits for it.
/// </summary>
internal sealed record PostNumber
{
    public required long Value { get; init; }

    public static PostNumber Of(long value) => new() { Value = value };

    public static PostNumber Read(IRow row) => new() { Value = row.Integer("id") };

    /// <exception cref="WrongUseException">The text is no number of a post.</exception>
    public static long Parse(string post) => long.TryParse(post, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new WrongUseException($"There is no post \"{post}\" here. posting.outbox shows the numbers.");
}
