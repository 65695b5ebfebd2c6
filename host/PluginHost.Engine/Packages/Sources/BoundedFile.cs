namespace PluginHost.Engine.Packages.Sources;

/// <summary>A file that is written anew and takes so many bytes and no more: a feed can send without an end.</summary>
internal sealed class BoundedFile(string file, long most) : FileStream(file, FileMode.Create, FileAccess.ReadWrite, FileShare.None)
{
    public override void Write(byte[] buffer, int offset, int count)
    {
        Count(count);
        base.Write(buffer, offset, count);
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Count(buffer.Length);
        base.Write(buffer);
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Count(buffer.Length);
        return base.WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Count(count);
        return base.WriteAsync(buffer, offset, count, cancellationToken);
    }

    private void Count(int bytes)
    {
        if (Position + bytes > most)
            throw new IOException($"The package is larger than {most >> 20} MB, which no plugin is.");
    }
}
