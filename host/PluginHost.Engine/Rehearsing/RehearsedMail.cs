using PluginHost.Engine.Ways;
using PluginHost.Sdk;

namespace PluginHost.Engine.Rehearsing;

/// <summary>Mail in a rehearsal: it is noted, and goes nowhere.</summary>
internal sealed class RehearsedMail(Needs needs, RehearsalNotes notes) : IMail
{
    public Task SendAsync(Mail mail, CancellationToken cancel)
    {
        needs.Require(Needs.Mail);
        cancel.ThrowIfCancellationRequested();
        notes.NoteMail(mail);
        return Task.CompletedTask;
    }
}
