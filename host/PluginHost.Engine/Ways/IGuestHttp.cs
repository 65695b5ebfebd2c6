using PluginHost.Sdk;

namespace PluginHost.Engine.Ways;

/// <summary>One plugin's way to the network. Disposing it cuts off what was opened for the plugin alone.</summary>
internal interface IGuestHttp : IHttp, IDisposable
{
    /// <summary>Cuts off what was open when the machine slept.</summary>
    void Wake();
}
