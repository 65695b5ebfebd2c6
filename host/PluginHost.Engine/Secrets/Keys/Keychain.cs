namespace PluginHost.Engine.Secrets.Keys;

/// <summary>
/// The Keychain of macOS, by <c>security</c>. What is filed is given on its input (<c>security -i</c> reads commands there), because its arguments can be read by everybody.
/// </summary>
internal sealed class Keychain(ToolProcess tool) : IMachineStore
{
    private const string Tool = "security";
    private const string Service = "pluginhost-vault";

    // errSecItemNotFound (-25300), as an exit code.
    private const int NotFound = 44;

    public string Name => "keychain";

    public string Title => "the Keychain of macOS";

    public async Task<byte[]?> FindAsync(string holder, CancellationToken cancel)
    {
        RefuseElsewhere();
        var answer = await tool.RunAsync(Tool, ["find-generic-password", "-a", holder, "-s", Service, "-w"], "", cancel);
        return answer.ExitCode switch
        {
            0 => KeyText.Read(answer.Output),
            NotFound => null,
            _ => throw new NoMachineStoreException($"{Tool} says: {answer.Complaint}"),
        };
    }

    public async Task KeepAsync(string holder, byte[] bytes, CancellationToken cancel)
    {
        RefuseElsewhere();

        // Hexadecimal digits and ids need no quotes.
        var answer = await tool.RunAsync(Tool, ["-i"], $"add-generic-password -U -a {holder} -s {Service} -w {KeyText.Write(bytes)}\n", cancel);
        if (answer.ExitCode != 0)
            throw new NoMachineStoreException($"{Tool} says: {answer.Complaint}");
    }

    private static void RefuseElsewhere()
    {
        if (!OperatingSystem.IsMacOS())
            throw new NoMachineStoreException("this is not macOS");
    }
}
