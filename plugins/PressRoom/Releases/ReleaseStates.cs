using PluginHost.Campaigns;

namespace PluginHost.PressRoom.Releases;

/// <summary>States as the store keeps them and as people read them.</summary>
internal static class ReleaseStates
{
    public const string Armed = "armed";
    public const string Held = "held";
    public const string Coming = "coming";
    public const string Out = "out";
    public const string Retracted = "retracted";
    public const string Withdrawn = "withdrawn";

    public static ReleaseState Read(string text) => text switch
    {
        Armed => ReleaseState.Armed,
        Held => ReleaseState.Held,
        Coming => ReleaseState.Coming,
        Out => ReleaseState.Out,
        Retracted => ReleaseState.Retracted,
        Withdrawn => ReleaseState.Withdrawn,
        _ => throw new InvalidOperationException($"The store has a release in the state {text}."),
    };

    public static string Text(ReleaseState state) => state switch
    {
        ReleaseState.Armed => Armed,
        ReleaseState.Held => Held,
        ReleaseState.Coming => Coming,
        ReleaseState.Out => Out,
        ReleaseState.Retracted => Retracted,
        ReleaseState.Withdrawn => Withdrawn,
        _ => throw new InvalidOperationException($"There is no state {state}."),
    };

    /// <summary>Whether people see it, or have seen it.</summary>
    public static bool IsPublic(this ReleaseState state) => state.IsOut() || state is ReleaseState.Retracted;

    /// <summary>Whether its instant has come and it was not taken back: what is written of it is there for everybody, or will be in a moment.</summary>
    public static bool IsOut(this ReleaseState state) => state is ReleaseState.Coming or ReleaseState.Out;
}
