using System.Security.Cryptography;

namespace PluginHost.Engine.Secrets.Keys;

/// <summary>The data protection of Windows (DPAPI): a file that this person alone can open, on this machine alone.</summary>
internal sealed class WindowsProtection(string folder) : IMachineStore
{
    public string Name => "windows";

    public string Title => "the data protection of Windows";

    public async Task<byte[]?> FindAsync(string holder, CancellationToken cancel)
    {
        if (!OperatingSystem.IsWindows())
            throw Elsewhere();

        try
        {
            return ProtectedData.Unprotect(await System.IO.File.ReadAllBytesAsync(PathOf(holder), cancel), null, DataProtectionScope.CurrentUser);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new NoMachineStoreException(error.Message.TrimEnd('.'));
        }
    }

    public async Task KeepAsync(string holder, byte[] bytes, CancellationToken cancel)
    {
        if (!OperatingSystem.IsWindows())
            throw Elsewhere();

        try
        {
            Directory.CreateDirectory(folder);
            await System.IO.File.WriteAllBytesAsync(PathOf(holder), ProtectedData.Protect(bytes, null, DataProtectionScope.CurrentUser), cancel);
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new NoMachineStoreException(error.Message.TrimEnd('.'));
        }
    }

    private static NoMachineStoreException Elsewhere() => new("this is not Windows");

    private string PathOf(string holder) => Path.Combine(folder, $"{holder}.key");
}
