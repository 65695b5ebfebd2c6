using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using PluginHost.Sdk.Testing;

namespace Examples.Tests;

/// <summary>The board that the network speaks to, as far as it matters: keys, answers, and what goes wrong.</summary>
internal sealed class BulletinBoard(TestClock clock)
{
    private readonly List<JsonObject> _answers = [];

    public List<(string Key, string Text, JsonObject Json)> Posts { get; } = [];

    public HttpStatusCode? Next { get; set; }

    public bool LosesNext { get; set; }

    public void Serve(TestHttp http)
    {
        http.On("POST https://board.example/posts", Post);
        http.On("GET https://board.example/keys/", request =>
            Posts.Find(post => request.Address.EndsWith(post.Key, StringComparison.Ordinal)).Json is { } known ? Json(known) : new HttpResponseMessage(HttpStatusCode.NotFound));
        http.On("GET https://board.example/answers/", request =>
        {
            var after = int.Parse(request.Address.Split('=')[1], CultureInfo.InvariantCulture);
            var page = _answers.Skip(after).Take(2).Select(answer => answer.DeepClone()).ToArray();
            return Json(new JsonObject { ["answers"] = new JsonArray(page), ["next"] = $"{after + page.Length}" });
        });
    }

    public void Answer(string post, string text) => _answers.Add(new JsonObject
    {
        ["id"] = $"a{_answers.Count + 1}",
        ["author"] = "kari",
        ["at"] = clock.GetUtcNow().ToString("O"),
        ["answers"] = post,
        ["text"] = text,
    });

    private HttpResponseMessage Post(TestRequest request)
    {
        if (Next is { } status)
        {
            Next = null;
            var no = new HttpResponseMessage(status) { Content = new StringContent("not now") };
            no.Headers.TryAddWithoutValidation("Retry-After", "60");
            return no;
        }

        var said = JsonNode.Parse(request.Body)!;
        if ((string?)said["answers"] is { } answered && Posts.TrueForAll(post => (string?)post.Json["id"] != answered))
            return new HttpResponseMessage(HttpStatusCode.UnprocessableEntity) { Content = new StringContent($"there is no {answered}") };

        var key = request.Headers["Idempotency-Key"];
        if (!Posts.Exists(post => post.Key == key))
        {
            var id = $"p{Posts.Count + 1}";
            Posts.Add((key, (string)said["text"]!, new JsonObject { ["id"] = id, ["url"] = $"https://board.example/{id}", ["at"] = clock.GetUtcNow().ToString("O") }));
        }

        if (!LosesNext)
            return Json(Posts.Find(post => post.Key == key).Json);

        LosesNext = false;
        throw new HttpRequestException(HttpRequestError.ResponseEnded, "the connection was cut");
    }

    private static HttpResponseMessage Json(JsonObject json) => new(HttpStatusCode.OK) { Content = new StringContent(json.ToJsonString()) };
}
