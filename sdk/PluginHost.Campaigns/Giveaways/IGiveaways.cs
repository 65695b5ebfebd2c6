using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>Giveaways: announced, drawn so that anybody can check it, and handed out. A plugin offers it as a service.</summary>
public interface IGiveaways
{
    /// <summary>Writes a giveaway down and announces it.</summary>
    /// <param name="terms">What is promised, to whom.</param>
    /// <param name="effect">Which side effect of which campaign it is: the same one is the same giveaway.</param>
    /// <param name="cancel">Cancels waiting. What was begun is gone on with by whoever serves the workspace.</param>
    /// <returns>The giveaway as it stands then.</returns>
    /// <exception cref="WrongUseException">The terms say what cannot be, or there is a giveaway of this id.</exception>
    /// <exception cref="ChangedEffectException">The effect was done before with other terms.</exception>
    /// <exception cref="PluginHostException">The announcement was refused; the message says why.</exception>
    Task<Giveaway> BeginAsync(GiveawayTerms terms, EffectKey effect, CancellationToken cancel);

    /// <summary>Does what is due, and says how the giveaway stands. Asked again, it does nothing twice.</summary>
    /// <param name="id">The giveaway's id.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The giveaway.</returns>
    /// <exception cref="WrongUseException">There is none of this id. The message names the nearest.</exception>
    Task<Giveaway> GoOnAsync(string id, CancellationToken cancel);
}
