namespace PluginHost.Engine.Secrets.Keys;

/// <summary>A place for the vault's key that was asked and could not open it.</summary>
/// <param name="Place">For people: the place.</param>
/// <param name="Why">Why not.</param>
public sealed record PassedBy(string Place, string Why)
{
    public override string ToString() => $"{Place}: {Why}";
}
