namespace PluginHost.Sdk.Analyzers.Tests;

/// <summary>Whatever the host's tests have seen to pin, an author is told of while compiling.</summary>
public sealed class PinTableTests
{
    [Theory]
    [MemberData(nameof(PinTable.Pinning), MemberType = typeof(PinTable))]
    public async Task Should_Tell_Of_Every_Row_That_Pins(string what, string code, string told)
    {
        var before = await ToldAsync("");

        var more = (await ToldAsync(code)).Except(before).ToList();

        more.ShouldContain(
            one => one.StartsWith($"PLUG001: {told} keeps the plugin in memory", StringComparison.Ordinal) || one.StartsWith($"PLUG002: {told} passes the host by", StringComparison.Ordinal),
            $"{what}: {string.Join('\n', more)}");
    }

    [Theory]
    [InlineData("Newtonsoft.Json.JsonConvert.SerializeObject(this);", "JsonConvert.SerializeObject")]
    [InlineData("new Newtonsoft.Json.JsonSerializer();", "JsonSerializer")]
    public async Task Should_Tell_Of_Newtonsoft_Json_Which_Finds_Types_By_Their_Descriptors(string code, string told) =>
        (await Compiled.MembersAsync($"public void Try() {{ {code} }}", """
            namespace Newtonsoft.Json
            {
                public static class JsonConvert { public static string SerializeObject(object? value) => $"{value}"; }
                public sealed class JsonSerializer;
            }
            """)).ShouldHaveSingleItem().ShouldStartWith($"PLUG001: {told} keeps the plugin in memory after it was unloaded. ");

    private static Task<IReadOnlyList<string>> ToldAsync(string code) => Compiled.SourceAsync("using System.Linq;\n" + PinTable.Source(code));
}
