namespace PluginHost.Campaigns;

/// <summary>Lists of people that a profile keeps.</summary>
public abstract class Lists
{
    /// <summary>The names of the profile's lists.</summary>
    /// <param name="profile">Whose lists.</param>
    /// <param name="cancel">Cancels reading.</param>
    /// <returns>The names.</returns>
    public abstract Task<IReadOnlyList<string>> NamesAsync(Profile profile, CancellationToken cancel);

    /// <summary>The handles on a list.</summary>
    /// <param name="profile">Whose list.</param>
    /// <param name="list">The list's name.</param>
    /// <param name="cancel">Cancels reading.</param>
    /// <returns>The handles.</returns>
    public abstract Task<IReadOnlyList<string>> MembersAsync(Profile profile, string list, CancellationToken cancel);

    /// <summary>Puts a person on a list, making it where there is none.</summary>
    /// <param name="profile">Whose list.</param>
    /// <param name="list">The list's name.</param>
    /// <param name="handle">The person's handle.</param>
    /// <param name="cancel">Cancels waiting.</param>
    /// <returns>A task that ends when the network has it.</returns>
    public abstract Task AddAsync(Profile profile, string list, string handle, CancellationToken cancel);
}
