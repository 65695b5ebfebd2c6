using PluginHost.Sdk;

namespace PluginHost.Workbench.Keys;

/// <summary>The keys of the workbench, before anybody changes them.</summary>
internal static class DefaultKeys
{
    public static IEnumerable<OwnKey> All
    {
        get
        {
            foreach (var (key, command) in Reserved)
                yield return new OwnKey(key, command) { IsReserved = true };

            foreach (var (key, command) in Plain)
                yield return new OwnKey(key, command);

            // In a text it takes back what was written.
            yield return new OwnKey("ctrl+z", "workbench.undo") { When = "!typing" };

            for (var number = 1; number <= 9; number++)
            {
                yield return new OwnKey($"ctrl+{number}", "workbench.activity") { Arguments = Record.Of(("number", number)) };
                yield return new OwnKey($"ctrl+k {number}", "workbench.group") { Arguments = Record.Of(("number", number)) };
            }
        }
    }

    private static readonly (string Key, string Command)[] Reserved =
    [
        ("ctrl+p", "workbench.palette"),
        ("ctrl+q", "workbench.leave"),
        ("f1", "workbench.help"),
    ];

    private static readonly (string Key, string Command)[] Plain =
    [
        ("?", "workbench.help"),
        (":", "workbench.views"),
        ("/", "workbench.filter"),
        ("f", "workbench.jump"),
        ("ctrl+k f", "workbench.jump"),
        ("ctrl+b", "workbench.side"),
        ("ctrl+j", "workbench.panel"),
        ("ctrl+w", "workbench.close"),
        ("ctrl+\\", "workbench.split"),
        ("ctrl+k \\", "workbench.splitDown"),
        ("alt+z", "workbench.zoom"),
        ("f6", "workbench.next"),
        ("shift+f6", "workbench.previous"),
        ("tab", "workbench.next"),
        ("shift+tab", "workbench.previous"),
        ("ctrl+pagedown", "workbench.nextTab"),
        ("ctrl+pageup", "workbench.previousTab"),
        ("alt+=", "workbench.grow"),
        ("alt+-", "workbench.shrink"),
        ("f10", "workbench.menu"),
        ("ctrl+s", "workbench.save"),
        ("ctrl+c", "workbench.copy"),
        ("ctrl+r", "workbench.refresh"),
        ("ctrl+l", "workbench.clear"),
        ("ctrl+space", "workbench.complete"),
        ("ctrl+k t", "workbench.theme"),
        ("ctrl+k z", "workbench.suspend"),
        ("ctrl+k u", "workbench.undo"),
        ("ctrl+k a", "workbench.answer"),
        ("ctrl+k x", "workbench.cancel"),
        ("ctrl+k w", "workbench.why"),
        ("ctrl+k m", "workbench.notifications"),
        ("ctrl+k p", "workbench.problems"),
        ("ctrl+k o", "workbench.output"),
        ("ctrl+k j", "workbench.jobs"),
        ("ctrl+k l", "workbench.log"),
    ];
}
