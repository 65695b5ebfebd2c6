namespace PluginHost.Giveaways.Proofs;

/// <summary>What the verifier has found about one thing that a proof says.</summary>
/// <param name="What">What was looked at.</param>
/// <param name="Verdict">Whether it holds; null where it was not verified, because nothing here can.</param>
/// <param name="Detail">What was found, or why it was not verified.</param>
internal sealed record Finding(string What, bool? Verdict, string Detail);
