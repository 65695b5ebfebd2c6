using System.Globalization;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.Engine.Ways;

/// <summary>One plugin's way to the workspace's mail server.</summary>
internal sealed class MailWay(Needs needs, MailEntry? server, TimeProvider clock) : IMail
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);

    public async Task SendAsync(Mail mail, CancellationToken cancel)
    {
        needs.Require(Needs.Mail);
        if (server is null)
        {
            throw new PluginHostException(
                $"{needs.Plugin} cannot send mail: plugins.yaml names no server. "
                + "Add mail: { server: smtp.example.org, port: 25, from: us@example.org } to it.");
        }

        using var message = MessageOf(mail, server);
        using var client = new SmtpClient(server.Server, server.Port);
        using var late = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, late.Token);
        try
        {
            await client.SendMailAsync(message, either.Token);
        }
        catch (OperationCanceledException error) when (late.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            throw new PluginHostException(
                $"{Name(server)} did not answer within {Patience.TotalSeconds:0} seconds. Whether the mail \"{mail.Subject}\" was sent is not known.",
                error);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancel);
        }
        catch (SmtpFailedRecipientsException error)
        {
            throw Refused(mail, server, error.InnerExceptions);
        }
        catch (SmtpFailedRecipientException error)
        {
            throw Refused(mail, server, [error]);
        }
        catch (SmtpException error)
        {
            // Where no connection came about, the cause says why, and the message does not.
            var words = error.GetBaseException() is var cause && cause != error ? $"{error.Message} {cause.Message}" : error.Message;
            throw new PluginHostException($"{Name(server)} did not take the mail \"{mail.Subject}\": {words}", error);
        }
    }

    private static MailMessage MessageOf(Mail mail, MailEntry server)
    {
        if (mail.To.Count == 0)
            throw new WrongUseException($"The mail \"{mail.Subject}\" goes to nobody. Give it an address.");

        if (mail.Subject.AsSpan().ContainsAny('\r', '\n'))
            throw new WrongUseException("The subject of a mail is one line.");

        var message = new MailMessage
        {
            From = AddressOf(server.From, "mail: from: in plugins.yaml"),
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
            Body = mail.Text,
            BodyEncoding = Encoding.UTF8,
        };
        foreach (var address in mail.To)
            message.To.Add(AddressOf(address, $"the mail \"{mail.Subject}\""));

        // Readers show the last form that they can: the plain text stands first.
        if (mail.Html is not null)
            message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(mail.Html, Encoding.UTF8, MediaTypeNames.Text.Html));

        return message;
    }

    private static MailAddress AddressOf(string address, string where) => MailAddress.TryCreate(address, out var known)
        ? known
        : throw new WrongUseException($"\"{address}\" in {where} is no mail address.");

    private static PluginHostException Refused(Mail mail, MailEntry server, IReadOnlyList<SmtpFailedRecipientException> refused)
    {
        var words = string.Join("; ", refused.Select(one => $"{one.FailedRecipient?.Trim('<', '>')}: {one.Message}"));
        var others = refused.Count < mail.To.Count ? " The others have got it: do not send it to them again." : "";
        return new($"{Name(server)} did not take the mail \"{mail.Subject}\" for {words}{others}", refused[0]);
    }

    private static string Name(MailEntry server) => string.Create(CultureInfo.InvariantCulture, $"The mail server {server.Server}:{server.Port}");
}
