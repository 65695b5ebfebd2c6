using System.Net;
using System.Net.Http.Headers;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Mastodon;

/// <summary>One picture or film on its way to the server, until the server can show it.</summary>
internal sealed class Upload(IHost host, Connection connection, Profile profile, Session session, OutgoingMedium medium)
{
    // A film is big, and the way may be slow.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private HttpAccount Account => new() { Name = $"{profile.Name} (pictures)", Patience = Patience };

    /// <summary>Sends it and waits until it is ready.</summary>
    public async Task<Uploaded> RunAsync(CancellationToken cancel)
    {
        try
        {
            var answer = await SendAsync("/api/v2/media", cancel);
            if (answer.Status is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed)
                answer = await SendAsync("/api/v1/media", cancel);

            var id = answer.Body.Text("id");
            return answer switch
            {
                { Status: HttpStatusCode.Accepted or HttpStatusCode.PartialContent } when id.Length > 0 => await WaitAsync(id, cancel),
                { IsSuccess: true } when id.Length > 0 => new Uploaded { Ids = [id] },
                _ => Not(answer),
            };
        }
        catch (HttpRequestException error)
        {
            return new Uploaded { Instead = new TryLater { Reason = $"{medium.Name} could not be sent. {NoAnswer.Words(error, ServerAddress.Of(profile))}" } };
        }
    }

    private async Task<Answer> SendAsync(string path, CancellationToken cancel)
    {
        using var file = new ReadOnlyMemoryContent(medium.Bytes);
        file.Headers.ContentType = MediaTypeHeaderValue.Parse(medium.ContentType);
        using var form = MakeForm();
        form.Add(Named(file, "file", NameOnTheWay));
        if (medium.Alt.Length > 0)
            form.Add(Named(new StringContent(medium.Alt), "description", null));

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = form };
        return await connection.SendAsync(profile, request, session.Token, Account, cancel);
    }

    // The name says nothing but the kind: what people call their files is theirs, and servers read no letters beyond ASCII alike.
    private string NameOnTheWay => $"medium{new string([.. Path.GetExtension(medium.Name).Where(letter => char.IsAsciiLetterOrDigit(letter) || letter == '.')])}";

    // As browsers write it, with marks around names and none around the boundary: snac understands nothing else.
    private MultipartFormDataContent MakeForm()
    {
        var boundary = $"part-{host.Random.NewId():N}";
        var form = new MultipartFormDataContent(boundary);
        form.Headers.Remove("Content-Type");
        form.Headers.TryAddWithoutValidation("Content-Type", $"multipart/form-data; boundary={boundary}");
        return form;
    }

    private static HttpContent Named(HttpContent content, string field, string? file)
    {
        content.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = $"\"{field}\"" };
        if (file is not null)
            content.Headers.ContentDisposition.FileName = $"\"{file}\"";

        return content;
    }

    // 206 means that it is not ready yet; it may mean so for ever, and then the job is cancelled with its time.
    private async Task<Uploaded> WaitAsync(string id, CancellationToken cancel)
    {
        for (var pause = TimeSpan.FromSeconds(1); ; pause = pause < LongestPause ? pause * 2 : LongestPause)
        {
            await Task.Delay(pause, host.Clock, cancel);
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/api/v1/media/{Uri.EscapeDataString(id)}", UriKind.Relative));
            var answer = await connection.SendAsync(profile, request, session.Token, cancel);
            if (answer.Status is HttpStatusCode.PartialContent or HttpStatusCode.Accepted)
                continue;

            return answer.IsSuccess ? new Uploaded { Ids = [id] } : Not(answer);
        }
    }

    private Uploaded Not(Answer answer) => new()
    {
        Instead = answer switch
        {
            { Status: HttpStatusCode.Unauthorized } => Outcomes.LoggedOut(answer, profile),
            { Status: HttpStatusCode.Forbidden } when Outcomes.IsAboutScopes(answer) => Outcomes.LoggedOut(answer, profile),
            { Status: HttpStatusCode.TooManyRequests } => Outcomes.TooOften(answer, host.Clock.GetUtcNow()),
            { IsRefusal: true } => new RefusedByNetwork { Reason = $"{medium.Name}: {answer.Error}" },

            // A server before the server, which has no words for it.
            { Status: HttpStatusCode.RequestEntityTooLarge } => new RefusedByNetwork { Reason = $"{medium.Name} is too big for {answer.Server}" },
            _ => new TryLater { Reason = $"{medium.Name} was not taken: {answer.Words}" },
        },
    };
}
