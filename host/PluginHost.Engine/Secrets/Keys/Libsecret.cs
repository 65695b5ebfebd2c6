namespace PluginHost.Engine.Secrets.Keys;

/// <summary>The Secret Service of a desktop (GNOME Keyring, KWallet), by <c>secret-tool</c> of libsecret: it files what it reads from its input.</summary>
/// <param name="tool">Runs it.</param>
/// <param name="program">What it is called.</param>
internal sealed class Libsecret(ToolProcess tool, string program) : IMachineStore
{
    public const string Tool = "secret-tool";

    public string Name => "libsecret";

    public string Title => "the desktop's key ring (libsecret)";

    public async Task<byte[]?> FindAsync(string holder, CancellationToken cancel)
    {
        var answer = await tool.RunAsync(program, ["lookup", "application", "pluginhost", "holder", holder], "", cancel);
        return answer switch
        {
            { ExitCode: 0, Output: var output } => KeyText.Read(output),
            { Errors: "" } => null,
            _ => throw new NoMachineStoreException($"{Tool} says: {answer.Complaint}"),
        };
    }

    public async Task KeepAsync(string holder, byte[] bytes, CancellationToken cancel)
    {
        var answer = await tool.RunAsync(
            program, ["store", "--label=PluginHost: the key of a workspace's vault", "application", "pluginhost", "holder", holder], KeyText.Write(bytes), cancel);
        if (answer.ExitCode != 0)
            throw new NoMachineStoreException($"{Tool} says: {answer.Complaint}");
    }
}
