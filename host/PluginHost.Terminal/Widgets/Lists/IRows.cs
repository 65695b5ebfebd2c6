namespace PluginHost.Terminal;

/// <summary>The rows of a list. A widget asks for those that are seen, in each frame, and for no others.</summary>
public interface IRows
{
    /// <summary>How many there are now.</summary>
    int Count { get; }

    /// <summary>A row.</summary>
    /// <param name="index">Its place, from 0.</param>
    RichLine Row(int index);
}
