using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PluginHost.Engine.Tests.Fixtures;

/// <summary>A NuGet feed on this machine that has one plugin, or behaves as feeds do on their bad days.</summary>
internal sealed class TestFeed : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly string _address;
    private readonly byte[] _package;

    public TestFeed(string package)
    {
        _package = File.ReadAllBytes(package);
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            _address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        }

        _listener.Prefixes.Add(_address);
        _listener.Start();
        _ = ServeAsync();
    }

    public string Index => _address + "index.json";

    /// <summary>What is answered in the place of the real thing; null for that.</summary>
    public Func<string, (int Status, byte[] Body)?> Mood { get; set; } = _ => null;

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                var path = context.Request.Url!.AbsolutePath;
                var (status, body) = Mood(path) ?? Answer(path);
                context.Response.StatusCode = status;
                await context.Response.OutputStream.WriteAsync(body);
                context.Response.Close();
            }
        }
        catch (Exception error) when (error is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            return; // closed
        }
    }

    private (int Status, byte[] Body) Answer(string path) => path switch
    {
        "/index.json" => Text($$"""
            {"version":"3.0.0","resources":[
              {"@id":"{{_address}}flat/","@type":"PackageBaseAddress/3.0.0"},
              {"@id":"{{_address}}search","@type":"SearchQueryService"},
              {"@id":"{{_address}}search","@type":"SearchQueryService/3.5.0"}]}
            """),
        "/flat/acme.notes/index.json" => Text("""{"versions":["1.0.0"]}"""),
        "/flat/acme.notes/1.0.0/acme.notes.1.0.0.nupkg" => (200, _package),
        "/search" => Text("""
            {"totalHits":1,"data":[{"id":"acme.notes","version":"1.0.0","description":"Keeps notes.","authors":["Acme"],"versions":[{"version":"1.0.0","downloads":1}]}]}
            """),
        _ => (404, []),
    };

    private static (int Status, byte[] Body) Text(string text) => (200, Encoding.UTF8.GetBytes(text));
}
