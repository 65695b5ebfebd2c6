using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace Acme.Bulletin;

/// <summary>Brings a network: the bulletin board of a town, which speaks JSON over HTTP.</summary>
[Setting("server", SettingKind.Text, "The address of the board.", Default = "https://board.example")]
public sealed class BulletinPlugin : Plugin
{
    [Network("bulletin", "Bulletin board")]
    public Network Board(IHost host) => new BulletinNetwork(host, host.Settings.Text("server").TrimEnd('/'));
}
