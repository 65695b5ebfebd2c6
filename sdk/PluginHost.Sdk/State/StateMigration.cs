namespace PluginHost.Sdk;

/// <summary>Brings stored records of older versions up to the current one. It has a constructor without parameters.</summary>
public abstract class StateMigration
{
    /// <summary>Brings one record up to the current version.</summary>
    /// <param name="version">The version that it was stored with.</param>
    /// <param name="stored">What was stored.</param>
    /// <returns>What is to be read instead.</returns>
    public abstract Record Migrate(int version, Record stored);
}
