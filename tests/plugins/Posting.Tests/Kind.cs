namespace PluginHost.Posting.Tests;

/// <summary>What a network offers against a doubt.</summary>
public enum Kind
{
    /// <summary>The sender chooses the post's identity.</summary>
    Identity,

    /// <summary>It knows a key for an hour.</summary>
    Key,

    /// <summary>It knows a key, but not for long enough to repeat anything.</summary>
    ShortKey,

    /// <summary>It can be asked, and recognises nothing.</summary>
    LookUpOnly,

    /// <summary>Nothing at all.</summary>
    Nothing,

    /// <summary>The sender chooses the post's identity, and it can be asked.</summary>
    IdentityAndLookUp,
}
