namespace PluginHost.Sdk;

/// <summary>
/// Makes a record fit for <see cref="IState"/>. It has a constructor without parameters and public properties of type <see cref="string"/>,
/// a number, <see cref="bool"/>, <see cref="DateTimeOffset"/>, <see cref="TimeSpan"/>, <see cref="Guid"/>, another state record, or a list of these.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StateRecordAttribute : Attribute
{
    /// <summary>Makes one with its version.</summary>
    /// <param name="version">The version, from 1. Raise it where the meaning of stored records changes, and give a migration.</param>
    public StateRecordAttribute(int version) => Version = version;

    /// <summary>The version, from 1.</summary>
    public int Version { get; }

    /// <summary>A type derived from <see cref="StateMigration"/> that brings older records up to this version.</summary>
    /// <value><see langword="null"/>: records of older versions are read as they are.</value>
    public Type? Migration { get; set; }
}
