using PluginHost.Campaigns;
using PluginHost.Giveaways.Coupons;
using PluginHost.Giveaways.Randomness;
using PluginHost.Giveaways.Rules;
using PluginHost.Giveaways.Steps;
using PluginHost.Sdk;

namespace PluginHost.Giveaways;

/// <summary>
/// Giveaways whose draw anybody can check, and coupons that are redeemed once. <see cref="Course"/> shows the way of a giveaway; what was done stands in its log.
/// </summary>
[Provides(typeof(IGiveaways))]
[Provides(typeof(ICoupons))]
[Setting(
    "relays",
    SettingKind.Text,
    "The hosts that are asked for drand's rounds, with blanks between them. Two must agree, and none may say another thing. A relay of one's own is named with its scheme: http://127.0.0.1:8080.",
    Default = "api.drand.sh api2.drand.sh api3.drand.sh drand.cloudflare.com")]
[Setting("grace", SettingKind.Duration, "How long after the end of entries, or of a winner's time, is waited for what networks tell late.", Default = "5m")]
[Setting(
    "coupon-link",
    SettingKind.Text,
    "What the QR code of a coupon holds: https://shop.example/redeem?code={code}. Empty: the code alone.",
    Default = "")]
[KeyBinding("giveaways.entrants", "e", When = "view == giveaways.list.view")]
[KeyBinding("giveaways.announce", "a", When = "view == giveaways.list.view")]
[KeyBinding("giveaways.prove", "p", When = "view == giveaways.list.view")]
[KeyBinding("giveaways.coupons.svg", "s", When = "view == giveaways.coupons.view")]
[Example(
    "Give prizes away among those who answer",
    """
    var giveaway = await Giveaways.Begin("A scoop a day")
        .Prizes("A scoop a day for a year", "An apron")
        .On("@slocombe", "Two of you win. Answer “scoop, please” within the hour.")
        .Phrase("scoop, please").Until(Now.AddHours(1));
    Say($"It is {giveaway.Id}: giveaways.show says what comes next.");
    """)]
[Example(
    "Issue coupons, and redeem one",
    """
    var coupons = await Coupons.Issue(20, expires: Now.AddHours(8));
    var first = await Coupons.Redeem(coupons.Codes[0], "the till");
    Say($"{first.Code} {(first.IsRedeemed ? "is redeemed" : first.Reason)}; {await Coupons.Redeemed} so far.");
    """)]
public sealed partial class GiveawaysPlugin : Plugin
{
    internal const string ListView = "giveaways.list.view";
    internal const string EntrantsView = "giveaways.entrants.view";
    internal const string LogView = "giveaways.log.view";
    internal const string CouponsView = "giveaways.coupons.view";
    internal const string QrView = "giveaways.qr.view";

    // Set in ActivateAsync, which comes before everything else.
    private GiveawayTable _table = null!;
    private Course _course = null!;
    private GuestGiveaways _giveaways = null!;
    private CouponTable _coupons = null!;
    private IBeacon _beacon = null!;

    /// <inheritdoc />
    public override Task ActivateAsync(IHost host, CancellationToken cancel)
    {
        _table = new GiveawayTable(host.Store, host.Clock);
        _beacon = BeaconOf(host);
        _course = new Course(host, _table, _beacon, host.Settings.Duration("grace"));
        _giveaways = new GuestGiveaways(_table, _course, host.Clock);
        _coupons = new CouponTable(host.Store, host.Random, host.Clock, host.Workspace.Zone);
        host.Services.Provide<IGiveaways>(_giveaways);
        host.Services.Provide<ICoupons>(new GuestCoupons(host, _coupons));
        return Task.CompletedTask;
    }

    /// <summary>Goes on with every giveaway, as long as the workspace is served.</summary>
    [BackgroundService("giveaways.keeper", "Goes on with giveaways")]
    public Task KeepAsync(IHost host, CancellationToken cancel) => new Keeper(host, _table, _course).RunAsync(cancel);

    /// <summary>The script global.</summary>
    [ScriptGlobal("Giveaways", "Giveaways whose draw anybody can check: Giveaways.Begin(\"Three phones\").")]
    public async Task<ScriptGiveaways> GiveawaysGlobalAsync(IHost host, IScript script, CancellationToken cancel) =>
        new(await host.Services.GetAsync<IGiveaways>(cancel), await host.Services.GetAsync<IProfiles>(cancel), script);

    /// <summary>The script global.</summary>
    [ScriptGlobal("Coupons", "Coupons that nobody can guess, each redeemed once: Coupons.Issue(200, expires: Today.At(\"18:00\")).")]
    public async Task<ScriptCoupons> CouponsGlobalAsync(IHost host, IScript script, CancellationToken cancel) =>
        new(await host.Services.GetAsync<ICoupons>(cancel), script);

    // The clock of a rehearsal is ahead of every round that there is.
    private static IBeacon BeaconOf(IHost host) => host.Clock is RehearsalClock clock
        ? new RehearsedBeacon(clock)
        : new DrandBeacon(host.Http, host.Settings.Text("relays").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
