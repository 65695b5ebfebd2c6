using PluginHost.Sdk;

namespace PluginHost.Posting.Media;

/// <summary>Reads pictures and films from the workspace.</summary>
internal sealed class MediaReader(IWorkspace workspace)
{
    /// <summary>
    /// How large a file may be: the outbox keeps what it sends, so that nobody needs the file when the time comes, and keeps it in memory while it is sent.
    /// </summary>
    public const int MostBytes = 128_000_000;

    public async Task<MediumReading> ReadAsync(string path, CancellationToken cancel)
    {
        try
        {
            await using var stream = await workspace.OpenReadAsync(path, cancel);
            if (stream.Length > MostBytes)
                return new MediumRefused($"{path} has {ByteText.Of(stream.Length)}, and the outbox keeps {ByteText.Of(MostBytes)} at most. Make it smaller.");

            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes, cancel);
            return MediumLook.At(path, bytes);
        }
        catch (EndOfStreamException)
        {
            return new MediumRefused($"{path} became shorter while it was read. Try again.");
        }
        catch (PluginHostException unreadable)
        {
            return new MediumRefused(unreadable.Message);
        }
    }
}
