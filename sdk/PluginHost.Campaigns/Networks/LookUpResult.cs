namespace PluginHost.Campaigns;

/// <summary>What a look-up gave: <see cref="Found"/>, <see cref="NotThere"/> or <see cref="CannotTell"/>.</summary>
public abstract record LookUpResult
{
    private protected LookUpResult()
    {
    }
}
