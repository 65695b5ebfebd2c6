using System.Collections.Specialized;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using PluginHost.Sdk.Testing;

namespace PluginHost.Bluesky.Tests;

/// <summary>The repositories of the pretended server.</summary>
internal sealed class PretendRepos(Func<DateTimeOffset> now)
{
    private readonly List<PretendRecord> _records = [];

    public IReadOnlyList<PretendRecord> All => _records;

    public PretendRecord Write(string did, string collection, string name, JsonObject value)
    {
        var record = new PretendRecord { Did = did, Collection = collection, Name = name, Value = value, Cid = Cid.Of(DagCbor.Encode(value.Element())), At = now() };
        _records.Add(record);
        return record;
    }

    public void Remove(string uri) => _records.RemoveAll(record => record.Uri == uri);

    public HttpResponseMessage? Do(string method, string did, NameValueCollection query, TestRequest request) => method switch
    {
        "com.atproto.repo.putRecord" => Put(did, JsonNode.Parse(request.Body)!),
        "com.atproto.repo.applyWrites" => Apply(did, JsonNode.Parse(request.Body)!["writes"]!.AsArray()),
        "com.atproto.repo.getRecord" => Get($"at://{query["repo"]}/{query["collection"]}/{query["rkey"]}"),
        "com.atproto.repo.listRecords" => List(query["repo"]!, query["collection"]!, query["cursor"]),
        "com.atproto.repo.uploadBlob" => Upload(request),
        _ => null,
    };

    private HttpResponseMessage Put(string did, JsonNode put)
    {
        var (collection, name, value) = (put["collection"]!.GetValue<string>(), put["rkey"]!.GetValue<string>(), put["record"]!.AsObject());
        if (WhyNot(collection, name, value) is { } why)
            return Said.No(HttpStatusCode.BadRequest, "InvalidRequest", why);

        if (_records.SingleOrDefault(record => record.Uri == $"at://{did}/{collection}/{name}") is not { } there)
            return Said.Ok(ResultOf(Write(did, collection, name, value.DeepClone().AsObject()), isNew: true));

        return there.Cid == Cid.Of(DagCbor.Encode(value.Element()))
            ? Said.Ok(ResultOf(there, isNew: false))
            : Said.No(HttpStatusCode.BadRequest, "InvalidSwap", $"Record was at {there.Cid}");
    }

    private HttpResponseMessage Apply(string did, JsonArray writes)
    {
        foreach (var write in writes)
        {
            var (collection, name) = (write!["collection"]!.GetValue<string>(), write["rkey"]!.GetValue<string>());
            if (WhyNot(collection, name, write["value"]!.AsObject()) is { } why)
                return Said.No(HttpStatusCode.BadRequest, "InvalidRequest", why);

            // As a real one does (bluesky-social/atproto#3718).
            if (_records.Any(record => record.Uri == $"at://{did}/{collection}/{name}"))
                return Said.No(HttpStatusCode.InternalServerError, "InternalServerError", "Internal Server Error");
        }

        var results = writes.Select(write => (JsonNode)ResultOf(
            Write(did, write!["collection"]!.GetValue<string>(), write["rkey"]!.GetValue<string>(), write["value"]!.DeepClone().AsObject()), isNew: false)).ToArray();
        return Said.Ok(new JsonObject { ["results"] = new JsonArray(results) });
    }

    private HttpResponseMessage Get(string uri) => _records.SingleOrDefault(record => record.Uri == uri) is { } there
        ? Said.Ok(new JsonObject { ["uri"] = uri, ["cid"] = there.Cid, ["value"] = there.Value.DeepClone() })
        : Said.No(HttpStatusCode.BadRequest, "RecordNotFound", $"Could not locate record: {uri}");

    // Pages of two, so that every reader has to turn them.
    private HttpResponseMessage List(string did, string collection, string? cursor)
    {
        var from = int.Parse(cursor ?? "0", CultureInfo.InvariantCulture);
        var page = _records.Where(record => record.Did == did && record.Collection == collection).Skip(from).Take(2).ToList();
        var answer = new JsonObject
        {
            ["records"] = new JsonArray([.. page.Select(record => (JsonNode)new JsonObject { ["uri"] = record.Uri, ["cid"] = record.Cid, ["value"] = record.Value.DeepClone() })]),
        };
        if (page.Count == 2)
            answer["cursor"] = $"{from + 2}";

        return Said.Ok(answer);
    }

    private static HttpResponseMessage Upload(TestRequest request) => Said.Ok(new JsonObject
    {
        ["blob"] = new JsonObject
        {
            ["$type"] = "blob",
            ["ref"] = new JsonObject { ["$link"] = Cid.Of(System.Text.Encoding.UTF8.GetBytes(request.Body)) },
            ["mimeType"] = request.Headers["Content-Type"],
            ["size"] = request.Body.Length,
        },
    });

    private static string? WhyNot(string collection, string name, JsonObject value)
    {
        if (!Tid.Is(name))
            return $"Invalid record key. Expected a valid TID, got \"{name}\"";

        var text = value["text"]?.GetValue<string>() ?? "";
        return collection == Collections.Post && new StringInfo(text).LengthInTextElements > 300 ? "Invalid app.bsky.feed.post record: grapheme too big (maximum 300)" : null;
    }

    private static JsonObject ResultOf(PretendRecord record, bool isNew)
    {
        var result = new JsonObject { ["uri"] = record.Uri, ["cid"] = record.Cid, ["validationStatus"] = "valid" };
        if (isNew)
            result["commit"] = new JsonObject { ["cid"] = record.Cid, ["rev"] = record.Name };

        return result;
    }
}
