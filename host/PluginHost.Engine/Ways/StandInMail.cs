using PluginHost.Sdk;

namespace PluginHost.Engine.Ways;

/// <summary>One plugin's way to a mail server that a test has put there.</summary>
internal sealed class StandInMail(Needs needs, Func<Mail, CancellationToken, Task> take) : IMail
{
    public Task SendAsync(Mail mail, CancellationToken cancel)
    {
        needs.Require(Needs.Mail);
        return take(mail, cancel);
    }
}
